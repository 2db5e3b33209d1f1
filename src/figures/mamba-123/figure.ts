import { defineFigure } from "../../kit/figure.ts";
import { run } from "./compute.ts";
import { alike, forgets, isS6, orders, turnsEitherWay } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "mamba-123",
  title: "From Mamba-1 to Mamba-3",
  params,
  presets,
  compute: run,
  length: (r) => r.u.length,
  clock: () => "atTime",
  readouts,
  phrases,
  describe: (_, v) => describe(v),
  laws: {
    s6: {
      about: "model",
      label: "With λ = 1 and without turns it is Mamba-1’s selective scan, step by step",
      holds: isS6,
    },
    turned: {
      label:
        "Turning B and C by the angle so far, as RoPE does, gives the outputs of a state that turns",
      holds: turnsEitherWay,
    },
    orders: {
      label: "On a sine wave the error falls as Δ with λ = 1, as Δ² with λ = ½",
      holds: orders,
    },
    forgets: { label: "Every state forgets: the size of its α is below 1", holds: forgets },
    alike: {
      about: "model",
      label: "With one decay, no turns and one B, all states of the head are the same number",
      holds: alike,
    },
  },
  symbols,
  equations: ["trapezoid-step", "trapezoid-weights"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: "y",
  source: ["src/models/mamba3.ts#weights", "src/models/mamba3.ts#step"],
  view,
});

function describe({ input, lambda }: Setting) {
  if (input === "impulse") return lambda === 1 ? "onceHeard" : "twiceHeard";
  if (input === "step") return "stepInput";
  return lambda === 1 ? "eulerRule" : lambda === 0.5 ? "trapezoidRule" : "otherRule";
}
