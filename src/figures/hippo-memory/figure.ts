import { defineFigure } from "../../kit/figure.ts";
import { isScaled, largest, numbersAt, reachOf, run, type Run } from "./compute.ts";
import { constantKept, isProjection, linear, neverWorse, timeless } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { directAt, missed, readable, recallAt } from "./recall.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

const at = (v: Float64Array, t: number) => v[Math.min(v.length - 1, Math.floor(t))]!;

export default defineFigure({
  id: "hippo-memory",
  title: "N numbers remember a whole past",
  params,
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
  phrases,
  describe,
  laws: {
    linear: {
      about: "model",
      label: "The memory of a sum is the sum of the memories",
      holds: (r) => linear(r),
    },
    constant: {
      about: "model",
      label: "A constant, held by LegS, is c₀ alone and is remembered exactly",
      holds: (r) => constantKept(r),
    },
    projection: {
      about: "model",
      label: "Held exactly, LegS step by step ends at the direct projection",
      holds: (r) => isProjection(r),
    },
    nested: {
      about: "model",
      label:
        "Σc² of the direct projection is at most the mean of u²: one number more never raises its error",
      holds: (r) => neverWorse(r),
    },
    timeless: {
      about: "model",
      label: "Each sample twice as long leaves LegS the same numbers",
      holds: (r) => timeless(r),
    },
  },
  symbols,
  equations: ["hippo-scaled", "hippo-reconstruction"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
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
