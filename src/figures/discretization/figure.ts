import { defineFigure } from "../../kit/figure.ts";
import { gap, radius, run, slope } from "./compute.ts";
import { eulerDisc, exactOnStairs, sameRest, staysStable } from "./laws.ts";
import { T, TICKS } from "./input.ts";
import { params } from "./params.ts";
import { playground } from "./playground.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

const complex = ([re, im]: readonly [number, number], w: number) =>
  w === 0
    ? re
    : [
        [re, -im],
        [im, re],
      ];

export default defineFigure({
  id: "discretization",
  title: "From continuous to discrete",
  params,
  presets,
  compute: run,
  length: () => T * TICKS + 1,
  clock: () => "second",
  rate: 2 * TICKS,
  readouts: {
    keeps: {
      label: "kept by a step, |Ā|",
      symbol: "Abar",
      foot: true,
      of: (r, v) => radius(r.steps[v.rule]),
    },
    error: {
      label: "largest error",
      symbol: "h",
      foot: true,
      of: (r, v) => gap(r.steps[v.rule].h, r.exactAt),
    },
    slope: { label: "slope", foot: true, of: (r, v) => slope(r.errors[v.rule]) },
    seconds: { label: "seconds", of: (_, __, t) => Math.floor(t) / TICKS },
    steps: { label: "steps", of: (r) => r.u.length },
    abar: { label: "Ā", symbol: "Abar", of: (r, v) => r.steps[v.rule].A[0] },
    bbar: { label: "B̄", symbol: "Bbar", of: (r, v) => r.steps[v.rule].B[0] },
    y: { label: "last value", symbol: "h", of: (r, v) => r.steps[v.rule].h.at(-1)! },
  },
  phrases,
  describe: (r, v) => {
    const { A } = r.steps[v.rule];
    if (radius({ A }) > 1 + 1e-9) return "explodes";
    if (v.rule === "zoh" && v.truth === "stairs") return "exact";
    return v.w === 0 && A[0] < 0 ? "rings" : "good";
  },
  laws: {
    exact: {
      label: "On a staircase, zero-order hold is exact",
      holds: exactOnStairs,
    },
    stable: {
      label: "Zero-order hold, bilinear and backward Euler keep a stable system stable at any Δ",
      holds: (r) => staysStable(r),
    },
    disc: { label: "Euler is stable just where |1 + Δλ| ≤ 1", holds: eulerDisc },
    rest: { label: "All four rules come to rest at the same place", holds: sameRest },
  },
  symbols: (r, v) => {
    const { A, B } = r.steps[v.rule];
    return {
      A: complex([v.a, v.w], v.w),
      B: v.w === 0 ? 1 : [[1], [0]],
      Delta: v.dt,
      Abar: complex(A, v.w),
      Bbar: v.w === 0 ? B[0] : [[B[0]], [B[1]]],
      omega: v.w,
      L: r.u.length,
    };
  },
  equations: ["zoh", "bilinear", "euler"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  playground,
  answer: "y",
  source: ["src/numerics/discretize.ts#zoh", "src/numerics/discretize.ts#bilinear"],
  view,
});
