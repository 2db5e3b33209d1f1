import { defineFigure } from "../../kit/figure.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { gap, LEAST, MOST, radius, run, slope } from "./compute.ts";
import { eulerDisc, exactOnStairs, sameRest, staysStable } from "./laws.ts";
import { numpy } from "./numpy.ts";
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
  params: {
    rule: choice({
      label: "Rule",
      options: {
        zoh: "Zero-order hold",
        bilinear: "Bilinear",
        euler: "Euler",
        backward: "Backward Euler",
      },
      initial: "zoh",
    }),
    dt: number({
      label: "step size, in seconds",
      symbol: "Delta",
      min: LEAST,
      max: MOST,
      step: 0.001,
      initial: 0.5,
      log: true,
    }),
    a: number({
      label: "decay rate, per second",
      symbol: "A",
      min: -8,
      max: 0,
      step: 0.05,
      initial: -1,
    }),
    w: number({
      label: "turning rate, radians per second",
      symbol: "omega",
      min: 0,
      max: 12,
      step: 0.1,
      initial: 0,
    }),
    input: choice({
      label: "Input",
      options: { bump: "A swell", pulse: "On and off", sine: "Sine wave", tones: "Two waves" },
      initial: "bump",
    }),
    truth: choice({
      label: "Measured against",
      options: { smooth: "the smooth input's answer", stairs: "the staircase's answer" },
      initial: "smooth",
    }),
    at: choice({
      label: "Held value taken at",
      options: { begin: "the beginning of the step", middle: "the middle of the step" },
      initial: "begin",
      more: true,
    }),
  },
  presets,
  compute: run,
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
    steps: { label: "steps", of: (r) => r.u.length },
    abar: { label: "Ā", symbol: "Abar", of: (r, v) => r.steps[v.rule].A[0] },
    bbar: { label: "B̄", symbol: "Bbar", of: (r, v) => r.steps[v.rule].B[0] },
    y: { label: "last value", symbol: "h", of: (r, v) => r.steps[v.rule].h.at(-1)! },
  },
  phrases: {
    beyond: "off the scale",
    good: "{rule}, {steps} steps of {dt} s: each keeps {keeps} of the state. The largest error is {error}.",
    rings:
      "{rule}, steps of {dt} s: Ā is {abar}, below zero, so the answer flips its sign at every step. The largest error is {error}.",
    explodes:
      "{rule}, steps of {dt} s: |Ā| is {keeps}, above 1. The system is stable, its discrete copy is not: the error has grown to {error}.",
    exact: "{rule} on a staircase: what is left is rounding, {error}, whatever the step.",
    zoh: "hold",
    bilinear: "bilinear",
    euler: "Euler",
    backward: "backward",
    u: "input, and how it is held",
    h: "state: exact, and in steps",
    error: "largest error",
    size: "step size Δ, s",
    dragStep: "Step size: drag the edge of the first stair, or use the arrow keys",
    dragSize: "Step size on the error plot: drag it, or use the arrow keys",
    rounding: "rounding",
    whole: "Input and its staircase; the exact state and four rules; error against step size",
  },
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
  numpy,
  answer: "y",
  source: ["src/numerics/discretize.ts#zoh", "src/numerics/discretize.ts#bilinear"],
  view,
});
