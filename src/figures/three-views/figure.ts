import { defineFigure } from "../../kit/figure.ts";
import { bounded } from "../../kit/format.ts";
import { fromContinuous, largestGap, run, size, type Run } from "./compute.ts";
import { causal, exactUnderHold, linear, sameOutputs, timeless } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { playground } from "./playground.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

const at = (v: Float64Array, t: number) => v[Math.min(v.length - 1, Math.floor(t))]!;

export default defineFigure({
  id: "three-views",
  title: "One layer, three views",
  params,
  presets,
  compute: (v) => run(v),
  length: (r) => r.u.length,
  readouts: {
    gap: {
      label: "recurrence against convolution",
      symbol: "y",
      foot: true,
      digits: 2,
      of: (r) => bounded(largestGap(r)),
    },
    continuous: {
      label: "against the continuous output",
      foot: true,
      digits: 2,
      of: (r) => bounded(fromContinuous(r)),
    },
    y: { label: "output", symbol: "y", foot: true, digits: 5, of: (r, _, t) => at(r.recurrent, t) },
    yconv: {
      label: "output by the kernel",
      symbol: "K",
      digits: 5,
      of: (r, _, t) => at(r.convolved, t),
    },
    u: { label: "input", symbol: "u", of: (r, _, t) => at(r.u, t) },
    step: { label: "step size now", symbol: "Delta", of: (r, _, t) => at(r.dts, t) },
    k0: { label: "weight of the present input", symbol: "K", of: (r) => r.K[0]! },
    k1: { label: "weight of the input before", symbol: "K", of: (r) => r.K[1]! },
    terms: {
      label: "products the kernel sums",
      symbol: "t",
      foot: true,
      of: (_, __, t) => Math.floor(t) + 1,
    },
    length: { label: "steps", symbol: "L", of: (r) => r.u.length },
    share: {
      label: "difference, in % of the largest output",
      of: (r) => (100 * largestGap(r)) / Math.max(1e-300, size(r.recurrent)),
    },
  },
  phrases,
  describe,
  laws: {
    same: {
      label: "With one Δ for all steps, recurrence and convolution give the same output",
      holds: sameOutputs,
    },
    hold: {
      label: "Under zero-order hold the samples lie on the continuous output",
      holds: exactUnderHold,
    },
    causal: { label: "What comes in later changes nothing before", holds: causal },
    linear: {
      label: "At given step sizes, the output of a sum is the sum of the outputs",
      holds: linear,
    },
    timeless: {
      label: "With one Δ, the same input one step later gives the same output one step later",
      holds: timeless,
    },
  },
  symbols,
  equations: ["convolution", "s4-kernel"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  playground,
  answer: "y",
  source: ["src/models/s4Layer.ts#recurrence", "src/models/s4Layer.ts#kernel"],
  view,
});

function describe(r: Run, v: Setting) {
  if (size(r.u) === 0) return v.varying ? "still" : "quiet";
  if (v.varying) return "differ";
  if (size(r.recurrent) < 1e-3 * size(r.u)) return "unseen";
  return v.rule === "zoh" ? "exact" : "same";
}
