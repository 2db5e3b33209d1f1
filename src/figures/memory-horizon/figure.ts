import { defineFigure } from "../../kit/figure.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { MOST } from "../../kit/signal.ts";
import { horizon, LAGS, modelOf, MOST_N, run } from "./compute.ts";
import { bounded, kernelIsSum, neverWorse, nothingLeft, outputIsWeighed } from "./laws.ts";
import { numpy } from "./numpy.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";
import { toRows } from "../../numerics/matrix.ts";

const at = (v: Float64Array, t: number) => v[Math.min(v.length - 1, Math.floor(t))]!;

export default defineFigure({
  id: "memory-horizon",
  title: "How far back N numbers reach",
  params: {
    N: number({ label: "how many numbers", symbol: "N", min: 1, max: MOST_N, step: 1, initial: 1 }),
    slow: number({
      label: "half-life of the slowest",
      symbol: "halfLife",
      min: 1,
      max: 64,
      step: 0.1,
      initial: 4.6,
      log: true,
    }),
    goal: choice({
      label: "What is read",
      options: {
        alike: "all numbers alike",
        delay: "the input of d steps ago",
        box: "the mean of the last d inputs",
      },
      initial: "alike",
    }),
    d: number({ label: "d, how far back", min: 1, max: 48, step: 1, initial: 16 }),
    input: signal({ label: "Input", symbol: "u", initial: { kind: "series", id: "nile" } }),
    log: toggle({ label: "Logarithmic axis", initial: false }),
    spread: number({
      label: "how many times faster the next one forgets",
      min: 1.2,
      max: 4,
      step: 0.1,
      initial: 2,
      more: true,
    }),
    steps: number({
      label: "Steps",
      symbol: "L",
      min: 16,
      max: MOST,
      step: 1,
      initial: 96,
      more: true,
    }),
    future: toggle({ label: "Show what comes next", initial: true, more: true }),
  },
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
  phrases: {
    single:
      "One number: what came in {halfLife} steps ago counts half as much as the present. 90 % of the memory lies within {horizon} steps.",
    alike:
      "{N} numbers, read alike; the slowest forgets half in {halfLife} steps. 90 % of the memory lies within {horizon} steps.",
    delay:
      "Asked for the input of {d} steps ago, the best read-out with N = {N} misses {missed} % of it.",
    box: "Asked for the mean of the last {d} inputs, the best read-out with N = {N} misses {missed} % of it.",
    u: "input",
    y: "output",
    lags: "steps ago",
    held: "share held within k steps",
    numbers: "the N numbers now",
    halves: "their half-lives",
    missing: "missed, by N",
    dragHalf: "Half-life of the slowest number: drag it, or use the arrow keys",
    dragGoal: "How far back the goal reaches: drag it, or use the arrow keys",
    draw: "Draw the input here, or use the arrow keys at the playhead",
    whole:
      "The kernel against lag and the share it holds; the numbers of the state; input and output over time",
  },
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
  numpy,
  answer: "y",
  source: ["src/models/ssm.ts#simulate"],
  view,
});
