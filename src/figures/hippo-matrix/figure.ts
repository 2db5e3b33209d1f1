import { defineFigure } from "../../kit/figure.ts";
import { toRows } from "../../numerics/matrix.ts";
import { cellOf, entry, run, type Run } from "./compute.ts";
import { neverGains, stable, sumIsLoss, triangular } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "hippo-matrix",
  title: "The matrix that remembers",
  params,
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
  phrases,
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
    r.measure === "legs"
      ? {
          N: v.N,
          A: toRows(r.A),
          B: Array.from(r.B, (b) => [b]),
          lambda: Array.from(r.lambda.re, (re, n) => [re, r.lambda.im[n]!]),
        }
      : { N: v.N },
  equations: ["hippo-legs", "hippo-sum"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
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
