import { defineFigure } from "../../kit/figure.ts";
import { run, SIZES } from "./compute.ts";
import { comesNearer, followsLaw, stepConverges } from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "diagonal-limit",
  title: "S4D-LegS comes near LegS, tone by tone",
  params,
  presets,
  compute: run,
  length: () => SIZES.length,
  clock: () => "atSize",
  rate: 1.4,
  readouts,
  phrases,
  describe: (_, { response }) => response,
  laws: {
    law: {
      label: "At frequency ω the transforms differ by ω/√(ω² + N²) of the diagonal's own",
      holds: followsLaw,
    },
    nearer: {
      label: "Twice the numbers bring every frequency nearer, by a half at most",
      holds: comesNearer,
    },
    steps: {
      about: "model",
      label: "Twice the numbers bring the answer to a step nearer",
      holds: stepConverges,
    },
  },
  symbols,
  equations: ["dropped-rank"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: "gap",
  source: ["src/models/diagonalLimit.ts#law", "src/models/diagonalLimit.ts#measured"],
  view,
});
