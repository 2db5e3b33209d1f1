import { defineFigure } from "../../kit/figure.ts";
import { run } from "./compute.ts";
import { between, bounded, fades, falling } from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "rates",
  title: "How fast the error falls, and the gradient",
  params,
  presets,
  compute: run,
  readouts,
  phrases,
  describe: (_, { show, signal }) => (show === "gradients" ? "gradient" : signal),
  laws: {
    bounded: {
      label: "No error is greater than its bound, M tᵏ times a sum of squares",
      holds: bounded,
    },
    falling: { label: "One number more never makes the projection worse", holds: falling },
    between: {
      label: "With 1/t the gradient lies between √(N/2)/t₁ and N/t₁, at every time",
      holds: between,
    },
    fades: { label: "Without it the gradient is at most N e^(t₀ − t₁)", holds: fades },
  },
  symbols,
  equations: ["hippo-legs"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: "error",
  source: [
    "src/models/legsRates.ts#errors",
    "src/models/legsRates.ts#bound",
    "src/models/legsRates.ts#gradient",
  ],
  view,
});
