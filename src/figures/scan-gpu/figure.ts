import { defineFigure } from "../../kit/figure.ts";
import { plan, type Run } from "./compute.ts";
import { experiment } from "./experiment.ts";
import { agrees, countedIsFormula, sameByTrees, sameInChunks, sameWithHelpers } from "./laws.ts";
import { listings } from "./listings.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { answer, lookedAt, readouts, timeOf } from "./readouts.ts";
import type { Method } from "./methods.ts";
import { recordedFor } from "./recorded.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "scan-gpu",
  title: "The scan on this machine",
  params,
  idle: (v) => ({ away: v.plot !== "time", recorded: v.plot !== "time" }),
  presets,
  compute: plan,
  tasks: {
    run: {
      label: "Run it here",
      needs: ["most", "D", "chunk", "helpers", "seed"],
      run: (values) => experiment(values),
    },
  },
  readouts,
  phrases,
  describe,
  laws: {
    chunks: {
      label: "In chunks: the same prefixes as one after the other",
      holds: sameInChunks,
    },
    trees: { label: "By both trees: the same prefixes", holds: sameByTrees },
    helpers: {
      label: "With a chunk for each helper: the same prefixes",
      holds: sameWithHelpers,
    },
    counted: {
      about: "model",
      label: "Joins counted in a scan of 64 pairs are those of the formulas",
      holds: countedIsFormula,
    },
    agrees: {
      label: "Every result of this machine is within 2·10⁻⁶ of Float64",
      holds: agrees,
    },
  },
  symbols: (r, v) => {
    const [a1, a2] = r.first.a;
    const [b1, b2] = r.first.b;
    const both = { a12: a2! * a1!, b12: a2! * b1! + b2! };
    return { a1: a1!, b1: b1!, a2: a2!, b2: b2!, ...both, L: r.sizes[lookedAt(r, v)]! };
  },
  equations: ["scan-operator"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer,
  code: listings,
  source: ["src/figures/scan-gpu/loop.ts#loop", "src/figures/scan-gpu/loop.ts#reduce"],
  view,
});

function describe(r: Run, v: Setting) {
  const { measured, absence, device } = r;
  if (v.plot !== "time") return "plan";
  if (!measured) return v.recorded && recordedFor(v).length > 0 ? "recorded" : "before";
  const alone = absence && absence !== "too-large";
  const here = (method: Method) => !Number.isNaN(timeOf(r, v, method));
  if (alone) return here("loop") ? absence : "partial";
  if (device && here("chunks")) return "card";
  return measured.length > 1 ? "partial" : "begun";
}
