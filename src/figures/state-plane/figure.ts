import { defineFigure } from "../../kit/figure.ts";
import { printSignal } from "../../kit/params/signal.ts";
import { dominant, halfLife, onCircle, period, radius, run, type Run } from "./compute.ts";
import { conjugate, decays, linear, sameLater, traceAndDeterminant } from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

/** The step whose numbers are shown: after an overflow there are none. */
const step = (r: Run, t: number) => Math.max(0, Math.min(r.finite - 1, Math.floor(t)));

export default defineFigure({
  id: "state-plane",
  title: "Two numbers of memory",
  params,
  presets,
  compute: run,
  // The timeline ends where the numbers do.
  length: (r) => Math.max(1, r.finite),
  readouts: {
    radius: { label: "spectral radius", symbol: "lambda", foot: true, of: (r) => radius(r) },
    period: { label: "period", symbol: "lambda", foot: true, of: (r) => period(r) },
    halfLife: { label: "half-life", symbol: "halfLife", foot: true, of: (r) => halfLife(r) },
    re1: { label: "first eigenvalue, real part", symbol: "lambda", of: (r) => r.re[0]! },
    im1: { label: "first eigenvalue, imaginary part", symbol: "lambda", of: (r) => r.im[0]! },
    re2: { label: "second eigenvalue, real part", symbol: "lambda", of: (r) => r.re[1]! },
    im2: { label: "second eigenvalue, imaginary part", symbol: "lambda", of: (r) => r.im[1]! },
    u: { label: "input now", symbol: "u", of: (r, _, t) => r.u[step(r, t)]! },
    h1: { label: "first state now", symbol: "h", of: (r, _, t) => r.h1[step(r, t)]! },
    h2: { label: "second state now", symbol: "h", of: (r, _, t) => r.h2[step(r, t)]! },
    y: { label: "output now", symbol: "y", of: (r, _, t) => r.y[step(r, t)]! },
    overflow: {
      label: "overflows at step",
      of: (r) => (r.finite < r.u.length ? r.finite : NaN),
    },
  },
  phrases,
  describe: (r) => {
    if (r.finite < r.u.length) return "overflows";
    const size = radius(r);
    const turning = dominant(r).im !== 0;
    if (onCircle(size)) return turning ? "turns" : "keeps";
    if (size < 1) return turning ? "rings" : "fades";
    return turning ? "spirals" : "grows";
  },
  laws: {
    linear: {
      label: "Twice one input plus another gives twice its output plus the other's",
      holds: linear,
    },
    later: { label: "The same input later gives the same output later", holds: sameLater },
    determinant: {
      label: "The eigenvalues add up to the trace of A and multiply to its determinant",
      holds: traceAndDeterminant,
    },
    conjugate: { label: "Complex eigenvalues come as a mirrored pair", holds: conjugate },
    decays: {
      label: "With both eigenvalues inside the unit circle, what is stored dies away",
      holds: decays,
    },
  },
  symbols: (r, v, t) => {
    const move = (k: number) =>
      v.A.map((row, i) => [row[0]! * r.h1[k]! + row[1]! * r.h2[k]! + v.B[i]![0]! * r.u[k]!]);
    // The simulator's own next state where it has one; where that one overflows, a step earlier.
    const now = step(r, t);
    const after = move(now);
    const k = after.every(([x]) => Number.isFinite(x)) ? now : Math.max(0, now - 1);
    return {
      A: v.A,
      B: v.B,
      C: v.C,
      D: v.D,
      u: r.u[k]!,
      h: [[r.h1[k]!], [r.h2[k]!]],
      y: r.y[k]!,
      hnext: k + 1 < r.finite ? [[r.h1[k + 1]!], [r.h2[k + 1]!]] : move(k),
      lambda: [
        [r.re[0]!, r.im[0]!],
        [r.re[1]!, r.im[1]!],
      ],
      halfLife: halfLife(r),
      t: k,
      L: r.u.length,
    };
  },
  equations: ["state-update", "output", "eigenvalues"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  playground: ({ A, B, C, D, input, steps }) => ({
    family: "own",
    kind: "discrete",
    own: [...A.map((row, i) => [...row, B[i]![0]!]), [...C[0]!, D]].map((r) => r.join()).join(";"),
    input: printSignal(input),
    steps: String(steps),
    views: "time.phase.poles",
  }),
  answer: "y",
  source: ["src/models/ssm.ts#simulate"],
  view,
});
