import { defineFigure } from "../../kit/figure.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { toRows } from "../../numerics/matrix.ts";
import { cellOf, entry, run, type Run, type Setting } from "./compute.ts";
import { neverGains, stable, sumIsLoss, triangular } from "./laws.ts";
import { numpy } from "./numpy.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

/** The most rows that a formula with numbers still shows. */
const ROOM = 6;

export default defineFigure({
  id: "hippo-matrix",
  title: "The matrix that remembers",
  params: {
    N: number({ label: "how many numbers", symbol: "N", min: 2, max: 32, step: 1, initial: 8 }),
    measure: choice({
      label: "Which matrix",
      options: { legs: "LegS", legt: "LegT", lagt: "LagT", fout: "FouT" },
      initial: "legs",
    }),
    view: choice({
      label: "What is shown",
      options: { matrix: "A, with B beside it", sum: "A + Aᵀ", eigen: "the eigenvalues of A" },
      initial: "matrix",
    }),
    n: number({ label: "row n", min: 0, max: 31, step: 1, initial: 4, more: true }),
    k: number({ label: "column k", min: 0, max: 31, step: 1, initial: 1, more: true }),
  },
  presets,
  compute: run,
  readouts: {
    result: { label: "this cell", symbol: "A", foot: true, of: (r, v) => entry(r, v) },
    slowest: {
      label: "slowest eigenvalue",
      symbol: "lambda",
      foot: true,
      of: (r) => r.lambda.re[0]!,
    },
    fastest: {
      label: "fastest eigenvalue",
      symbol: "lambda",
      foot: true,
      of: (r) => r.lambda.re[r.lambda.re.length - 1]!,
    },
    row: { label: "row", of: (r, v) => cellOf(r, v).row },
    col: { label: "column", of: (r, v) => cellOf(r, v).col },
    empty: {
      label: "empty cells, in %",
      of: ({ A }) => (100 * A.data.filter((x) => x === 0).length) / A.data.length,
    },
  },
  phrases: {
    legs: "LegS: row {row}, column {col} holds {result}. Above the diagonal all is empty: number n hears only itself and the numbers before it.",
    lagt: "LagT: row {row}, column {col} holds {result}. Below the diagonal all is −1, above it all is empty.",
    legt: "LegT: row {row}, column {col} holds {result}. The matrix is full: to let go what leaves the window, every number must hear all the others.",
    fout: "FouT: row {row}, column {col} holds {result}. Each cosine turns into its sine, and a common term lets go what leaves the window.",
    sumLegs:
      "LegS: A + Aᵀ = −(I + BBᵀ). Whatever the state, it loses energy when left alone: not “positivity”, but its opposite.",
    sumOther: "A + Aᵀ is a sum of terms −vvᵀ: left alone, no state gains energy.",
    eigenLegs:
      "The eigenvalues of LegS are −1, −2 … −{N}: the diagonal itself. All lie to the left, so every state fades.",
    eigenLagt: "All {N} eigenvalues of LagT are −½.",
    eigenFout:
      "FouT: one eigenvalue is 0, that of the sine of frequency 0, which nothing ever moves. All others lie to the left, the fastest at {fastest}.",
    eigenLegt:
      "LegT: all eigenvalues lie to the left and come in pairs: what is held turns as it fades. The slowest is at {slowest}, the fastest at {fastest}.",
    below: "below the diagonal",
    diagonal: "on the diagonal",
    above: "above the diagonal",
    pulls: "How strongly number k acts on the rate of number n.",
    decays: "How strongly number n acts on its own rate.",
    both: "The energy that the pair n, k gives (+) or loses (−).",
    stable: "left: fades",
    real: "real part",
    imaginary: "imaginary part",
    move: "The cells of the matrix: point at one, or use the arrow keys",
    picture: "The matrix as a table of colours with the rule of one cell, or its eigenvalues",
  },
  describe,
  laws: {
    loss: {
      label: "A + Aᵀ = −(I + BBᵀ) for LegS, −BBᵀ for LagT and FouT, two such terms for LegT",
      holds: (r) => sumIsLoss(r),
    },
    energy: { label: "Left to itself no state gains energy", holds: (r) => neverGains(r) },
    triangular: {
      label: "LegS and LagT are lower triangular, LegT is full",
      holds: (r) => triangular(r),
    },
    stable: {
      label: "No eigenvalue lies to the right of 0, and together they make the trace",
      holds: (r) => stable(r),
    },
  },
  symbols: (r, v) =>
    // The formulas beside this figure are those of LegS.
    r.measure === "legs" && v.N <= ROOM
      ? { N: v.N, A: toRows(r.A), B: Array.from(r.B, (b) => [b]), lambda: [[...r.lambda.re]] }
      : { N: v.N },
  equations: ["hippo-legs", "hippo-sum"],
  numpy,
  answer: "result",
  source: ["src/numerics/hippo.ts#legs", "src/numerics/hippo.ts#legt"],
  view,
});

function describe(_: Run, { measure, view: what }: Setting) {
  if (what === "matrix") return measure;
  if (what === "sum") return measure === "legs" ? "sumLegs" : "sumOther";
  const words = {
    legs: "eigenLegs",
    lagt: "eigenLagt",
    fout: "eigenFout",
    legt: "eigenLegt",
  } as const;
  return words[measure];
}
