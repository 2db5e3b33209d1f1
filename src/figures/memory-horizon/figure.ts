import { defineFigure } from "../../kit/figure.ts";
import { horizon, LAGS, modelOf, MOST_N, run } from "./compute.ts";
import { bounded, kernelIsSum, neverWorse, nothingLeft, outputIsWeighed } from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";
import { toRows } from "../../numerics/matrix.ts";

const at = (v: Float64Array, t: number) => v[Math.min(v.length - 1, Math.floor(t))]!;

export default defineFigure({
  id: "memory-horizon",
  title: "How far back N numbers reach",
  params,
  idle: (v) => ({ d: v.goal === "alike" }),
  presets,
  compute: run,
  length: (r) => r.u.length,
  readouts: {
    horizon: { label: "90 % lies within", symbol: "K", foot: true, of: (r) => horizon(r) },
    missed: {
      label: "missed, in %",
      symbol: "C",
      foot: true,
      of: (r, v) => 100 * (r.missed?.[v.N - 1] ?? NaN),
    },
    halfLife: { label: "half-life", symbol: "halfLife", foot: true, of: (_, v) => v.slow },
    a: { label: "slowest eigenvalue", symbol: "A", of: (r) => r.lambda[0]! },
    k0: { label: "weight of the present input", symbol: "K", of: (r) => r.K[0]! },
    k1: { label: "weight of the input before", symbol: "K", of: (r) => r.K[1]! },
    k2: { label: "weight of the input two steps ago", symbol: "K", of: (r) => r.K[2]! },
    one: {
      label: "missed with one number, in %",
      of: (r) => 100 * (r.missed?.[0] ?? NaN),
    },
    all: {
      label: "missed with eight numbers, in %",
      of: (r) => 100 * (r.missed?.[MOST_N - 1] ?? NaN),
    },
    u: { label: "input now", symbol: "u", of: (r, _, t) => at(r.u, t) },
    y: { label: "output now", symbol: "y", of: (r, _, t) => at(r.y, t) },
    wanted: {
      label: "wanted now",
      symbol: "y",
      of: (r, _, t) => (r.wanted ? at(r.wanted, t) : NaN),
    },
  },
  phrases,
  describe: (_, { goal, N }) => (goal === "alike" ? (N === 1 ? "single" : "alike") : goal),
  laws: {
    sum: {
      label: "What one push leaves behind is a sum of N exponentials",
      holds: (r) => kernelIsSum(r),
    },
    weighed: {
      label: "The output is the kernel laid over the past inputs",
      holds: (r) => outputIsWeighed(r),
    },
    bounded: {
      label: "No weight exceeds Σ|cᵢbᵢ|·ρᵏ, with ρ the slowest eigenvalue",
      holds: (r) => bounded(r),
    },
    nested: { label: "One number more never makes it worse", holds: (r) => neverWorse(r) },
    best: {
      label: "What is missed is orthogonal to all that the numbers hold",
      holds: nothingLeft,
    },
  },
  symbols: (r, v, t) => {
    const now = Math.floor(t);
    const m = modelOf(r);
    // The lag shown with numbers is that of the first input: it came in `now` steps ago.
    const k = Math.min(now, LAGS - 1);
    return {
      ...(v.N === 1
        ? { A: r.lambda[0]!, B: m.B.data[0]!, C: r.C[0]! }
        : { A: toRows(m.A), B: toRows(m.B), C: toRows(m.C) }),
      N: v.N,
      K: r.K[k]!,
      k,
      t: now,
      L: r.u.length,
      u: at(r.u, t),
      y: at(r.y, t),
      halfLife: v.slow,
    };
  },
  equations: ["memory-kernel", "half-life"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "y",
  source: ["src/models/ssm.ts#simulate"],
  view,
});
