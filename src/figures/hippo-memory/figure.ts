import { defineFigure } from "../../kit/figure.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { isScaled, largest, numbersAt, reachOf, run, type Run, type Setting } from "./compute.ts";
import { constantKept, isProjection, linear, neverWorse, timeless } from "./laws.ts";
import { numpy } from "./numpy.ts";
import { presets, waves } from "./presets.ts";
import { directAt, missed, readable, recallAt } from "./recall.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

const at = (v: Float64Array, t: number) => v[Math.min(v.length - 1, Math.floor(t))]!;

export default defineFigure({
  id: "hippo-memory",
  title: "N numbers remember a whole past",
  params: {
    N: number({
      label: "how many numbers",
      symbol: "N",
      min: 1,
      max: 128,
      step: 1,
      initial: 8,
      log: true,
    }),
    measure: choice({
      label: "What is remembered",
      options: {
        legs: "LegS: all of the past alike",
        legt: "LegT: a window, in polynomials",
        lagt: "LagT: a fading past",
        fout: "FouT: a window, in waves",
        random: "A random A",
      },
      initial: "legs",
    }),
    law: choice({
      label: "LegS: how time enters",
      options: {
        scaled: "divided by t, as HiPPO",
        lti: "without 1/t, as in S4",
      },
      initial: "scaled",
    }),
    rule: choice({
      label: "How a step is taken",
      options: {
        bilinear: "Bilinear",
        exact: "Held input, exact",
        backward: "Backward Euler",
        euler: "Euler",
      },
      initial: "bilinear",
    }),
    theta: number({
      label: "window, in steps",
      symbol: "theta",
      min: 4,
      max: 512,
      step: 1,
      initial: 128,
      log: true,
    }),
    input: signal({
      label: "Input",
      symbol: "u",
      initial: waves,
      given: [[waves, "Two slow waves"]],
    }),
    direct: toggle({ label: "Compare with direct projection", initial: false }),
    steps: number({
      label: "Steps, where the input has no length of its own",
      symbol: "L",
      min: 16,
      max: 1024,
      step: 1,
      initial: 512,
      log: true,
      more: true,
    }),
    seed: seed({ label: "Seed of the random A", initial: 1, more: true }),
  },
  idle: (v) => ({
    law: v.measure !== "legs",
    theta: v.measure === "legs" && v.law === "scaled",
    seed: v.measure !== "random",
  }),
  presets,
  compute: run,
  length: (r) => r.u.length,
  rate: 32,
  readouts: {
    result: {
      label: "error (RMSE)",
      symbol: "uhat",
      foot: true,
      of: (r, _, t) => (readable(r, t) ? recallAt(r, t).error : NaN),
    },
    direct: {
      label: "by direct projection",
      foot: true,
      of: (r, _, t) => directAt(r, t).error,
    },
    missed: {
      label: "missed, in %",
      foot: true,
      of: (r, _, t) => (readable(r, t) ? 100 * missed(r, recallAt(r, t)) : NaN),
    },
    peak: { label: "largest |c|", symbol: "coef", foot: true, of: (r) => r.memory.peak },
    past: { label: "steps so far", symbol: "t", of: (_, __, t) => Math.floor(t) + 1 },
    reach: {
      label: "steps held",
      symbol: "theta",
      of: (r, _, t) => Math.floor(t) + 1 - reachOf(r, t),
    },
    half: {
      label: "half of the warped axis, in steps",
      of: (r) => (isScaled(r) ? NaN : r.theta * Math.LN2),
    },
    shaky: { label: "first steps on which Euler enlarges", of: (_, v) => Math.ceil(v.N / 2) - 1 },
    finite: { label: "steps before an overflow", of: (r) => r.memory.finite },
    c0: { label: "first coefficient", symbol: "coef", of: (r, _, t) => numbersAt(r, t)[0]! },
    c1: { label: "second coefficient", symbol: "coef", of: (r, _, t) => numbersAt(r, t)[1] ?? NaN },
    u: { label: "input now", symbol: "u", of: (r, _, t) => at(r.u, t) },
  },
  phrases: {
    beyond: "off the scale",
    whole:
      "{N} numbers hold the outline of all {past} steps so far. Read back, they miss {missed} % of the signal.",
    warped:
      "Without 1/t the polynomials lie on a warped axis: half of it is spent on the last {half} steps, the rest on everything before. {missed} % is missed.",
    window:
      "{N} numbers hold the last {reach} steps and miss {missed} % of them. What came before is gone.",
    fading:
      "LagT holds a past that fades over some {theta} steps. Of all {past} steps it misses {missed} %.",
    random:
      "A random A of the same size. Read back as well as can be, by least squares, its {N} numbers miss {missed} %.",
    eulerScaled:
      "Euler multiplies number n by 1 − (n+1)/k: up to step {shaky} beyond 1 in size, and the largest |c| reaches {peak}. At k = n + 1 the factor is 0: n is clean again.",
    eulerFixed:
      "Euler's steps are too long for this A: |1 + λ/θ| exceeds 1. The largest |c| reached {peak}.",
    overflow:
      "Euler has left the range of numbers after {finite} steps. There is nothing left to read.",
    silence: "Nothing has come in yet: all {N} numbers are zero.",
    u: "input",
    uhat: "as remembered",
    share: "its part",
    best: "direct projection",
    numbers: "the N numbers now",
    ruler: "the polynomials' own axis, in equal parts",
    gone: "gone",
    errors: "error of the first n",
    parts: "each number times its curve",
    draw: "Draw the input here, or use the arrow keys at the playhead",
    choose: "The numbers: point at one, or use the arrow keys, to see its part",
    picture: "The input, what the numbers say of it, the numbers, their polynomials, and the error",
  },
  describe,
  laws: {
    linear: { label: "The memory of a sum is the sum of the memories", holds: (r) => linear(r) },
    constant: {
      label: "A constant, held by LegS, is c₀ alone and is remembered exactly",
      holds: (r) => constantKept(r),
    },
    projection: {
      label: "Held exactly, LegS step by step ends at the direct projection",
      holds: (r) => isProjection(r),
    },
    nested: {
      label:
        "Σc² of the direct projection is at most the mean of u²: one number more never raises its error",
      holds: (r) => neverWorse(r),
    },
    timeless: {
      label: "Each sample twice as long leaves LegS the same numbers",
      holds: (r) => timeless(r),
    },
  },
  symbols,
  equations: ["hippo-scaled", "hippo-reconstruction"],
  numpy,
  answer: "result",
  source: ["src/numerics/legsStep.ts#scaled", "src/models/hippo.ts#remember"],
  view,
});

function describe(r: Run, v: Setting, t: number) {
  if (!readable(r, t)) return "overflow";
  const heard = largest(r.u.subarray(0, Math.floor(t) + 1));
  if (heard === 0) return "silence";
  const blown = v.rule === "euler" && r.memory.peak > (isScaled(r) ? 4 : 100) * largest(r.u);
  if (blown) return isScaled(r) ? "eulerScaled" : "eulerFixed";
  const words = {
    legs: "whole",
    "legs-lti": "warped",
    legt: "window",
    fout: "window",
    lagt: "fading",
    random: "random",
  } as const;
  return words[r.measure];
}
