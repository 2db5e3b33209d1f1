import { defineFigure } from "../../kit/figure.ts";
import { run } from "./compute.ts";
import { byParts, closedForm, comesIn, mixture, similar } from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "read-off",
  title: "The matrix, read off entry by entry",
  params,
  presets,
  compute: run,
  length: (_, { N }) => N * N,
  clock: () => "cell",
  rate: 1,
  readouts,
  phrases,
  describe: (_, { measure }) => measure,
  laws: {
    closedForm: {
      label: "Integrated or in closed form, A and B are the same to 10⁻¹²",
      holds: closedForm,
    },
    byParts: { label: "By parts, A = −(B g(0)ᵀ + G)", holds: byParts },
    mixture: {
      label: "What time does to a weighing function is a mixture of the weighing functions",
      holds: mixture,
    },
    comesIn: { label: "B is what weighs a moment at age 0", holds: comesIn },
    similar: {
      about: "model",
      label: "LMU is LegT in other units: T A T⁻¹ and T B, T = diag((−1)ⁿ√(2n+1))",
      holds: similar,
    },
  },
  symbols,
  equations: ["hippo-parts"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: "value",
  source: ["src/models/measures.ts#read-off"],
  view,
});
