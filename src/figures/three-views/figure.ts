import { defineFigure } from "../../kit/figure.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { fromContinuous, largestGap, run, size, told, type Run, type Setting } from "./compute.ts";
import { causal, exactUnderHold, linear, sameOutputs, timeless } from "./laws.ts";
import { numpy } from "./numpy.ts";
import { presets } from "./presets.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

const at = (v: Float64Array, t: number) => v[Math.min(v.length - 1, Math.floor(t))]!;

export default defineFigure({
  id: "three-views",
  title: "One layer, three views",
  params: {
    dt: number({
      label: "step size",
      symbol: "Delta",
      min: 0.001,
      max: 2,
      step: 0.001,
      initial: 0.04,
      log: true,
    }),
    N: number({
      label: "how many numbers",
      symbol: "N",
      min: 2,
      max: 64,
      step: 2,
      initial: 8,
      log: true,
    }),
    init: choice({
      label: "Where A comes from",
      symbol: "A",
      options: {
        legs: "S4: HiPPO-LegS",
        lin: "S4D-Lin",
        inv: "S4D-Inv",
        real: "S4D-Real",
        "legs-diag": "S4D-LegS",
        random: "Random poles",
      },
      initial: "legs",
    }),
    rule: choice({
      label: "How a step is taken",
      options: { bilinear: "Bilinear, as S4", zoh: "Zero-order hold, as S4D" },
      initial: "bilinear",
    }),
    input: signal({ label: "Input", symbol: "u", initial: { kind: "series", id: "nile" } }),
    varying: toggle({ label: "Let Δ vary with the input", initial: false }),
    steps: number({
      label: "Steps, where the input has no length of its own",
      symbol: "L",
      min: 16,
      max: 1024,
      step: 1,
      initial: 96,
      log: true,
      more: true,
    }),
    seed: seed({ label: "Seed of C", symbol: "C", initial: 1, more: true }),
  },
  presets,
  compute: (v) => run(v),
  length: (r) => r.u.length,
  readouts: {
    gap: {
      label: "recurrence against convolution",
      symbol: "y",
      foot: true,
      digits: 2,
      of: (r) => told(largestGap(r)),
    },
    continuous: {
      label: "against the continuous output",
      foot: true,
      digits: 2,
      of: (r) => told(fromContinuous(r)),
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
    terms: { label: "products summed", symbol: "t", of: (_, __, t) => Math.floor(t) + 1 },
    length: { label: "steps", symbol: "L", of: (r) => r.u.length },
    share: {
      label: "difference, in % of the largest output",
      of: (r) => (100 * largestGap(r)) / Math.max(1e-300, size(r.recurrent)),
    },
  },
  phrases: {
    beyond: "off the scale",
    same: "Output {t} by the recurrence and by the convolution: {y} and {yconv}. Over all {length} steps they differ by less than {gap}: rounding.",
    exact:
      "Three ways, one output: recurrence and convolution differ by less than {gap}, and the continuous system passes through every sample, to {continuous}.",
    differ:
      "Δ now follows the input, between half and double. The recurrence goes on; no fixed kernel can follow it. The two differ by up to {gap}, {share} % of the largest output.",
    quiet: "Nothing comes in, so nothing comes out: all three outputs are zero.",
    unseen:
      "With Δ = {dt} the {length} steps are so short a time that next to nothing comes out; all three views still agree, to {gap}.",
    still: "The input is zero throughout, so Δ does not move, and all three outputs are zero.",
    u: "input, held",
    flipped: "kernel, backwards from t",
    products: "products",
    recurrence: "recurrence",
    convolution: "convolution",
    continuous: "continuous",
    gaps: "difference of the first two (largest output = 1)",
    before: "state before",
    after: "state now",
    read: "each times its C",
    draw: "Draw the input here, or use the arrow keys at the playhead",
    scrub: "The output: point at a sample, or use the arrow keys, to see how it comes about",
    whole:
      "The input with the kernel laid over it backwards; their products; the output by recurrence, convolution and the continuous system; the state before and after the step",
  },
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
  equations: ["convolution"],
  numpy,
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
