import { defineFigure } from "../../kit/figure.ts";
import { run, type Run } from "./compute.ts";
import { fadesAlike, gated, mixes, onlyWhereSet, readsInfluence, recurs } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases, type Phrase } from "./phrases.ts";
import { presets } from "./presets.ts";
import { asking, lengthOf, readouts, result } from "./readouts.ts";
import { rightOnes, saidAt } from "./reading.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

const byRule = (v: Setting) => v.by === "rule";
const trained = (v: Setting) => v.by === "trained";

export default defineFigure({
  id: "selective-state",
  title: "A step size for each token",
  params,
  idle: (v) => ({
    text: trained(v),
    row: byRule(v),
    rule: trained(v),
    parts: trained(v),
    N: trained(v),
    gate: trained(v),
    loud: trained(v),
    quiet: trained(v),
    channel: byRule(v),
  }),
  presets,
  compute: run,
  length: lengthOf,
  rate: 2,
  readouts,
  phrases,
  describe,
  laws: {
    mixes: {
      label: "Exact ZOH mixes: kept and let in make 1. Mamba's rule: no less",
      holds: mixes,
    },
    gated: { label: "Theorem 1 under exact ZOH, and not under Mamba's rule", holds: gated },
    fades: { label: "A step lets all older tokens fade alike", holds: fadesAlike },
    influence: {
      label: "What C reads of each token is its influence on the output",
      holds: readsInfluence,
    },
    recurs: { label: "The trained states follow h ← e^(ΔA) h + ΔB u", holds: recurs },
    own: { label: "Where nothing is set, Δ is the model's own", holds: onlyWhereSet },
  },
  symbols,
  equations: ["selective-recurrence", "theorem-one"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: { of: result },
  source: [
    "src/models/s6Kernel.ts#step",
    "src/models/s6Gate.ts#gate",
    "src/models/selectiveState.ts#theorem-one",
    "src/models/mamba/scan.ts#scan",
  ],
  view,
});

function describe(r: Run, v: Setting, t: number): Phrase {
  if (r.trained) {
    const i = asking(t);
    if (i < 0) return "reads";
    if (i === 2) {
      if (v.sets.some((s) => s.which === "d")) return "changed";
      if (rightOnes(r.trained) === r.trained.asked.filter((x) => !Number.isNaN(x)).length)
        return "allRight";
    }
    return saidAt(r.trained, i).token === r.trained.asked[i] ? "answersRight" : "answersWrong";
  }
  const { delta } = r.hand!;
  const now = Math.min(delta.length - 1, Math.floor(t));
  if (v.parts === "all") return "parts";
  if (v.N > 1) return "several";
  if (v.rule === "simplified") return "noTheorem";
  if (v.gate) return "theorem";
  return delta[now]! < 0.15 ? "holds" : delta[now]! < 1.5 ? "mixes" : "wipes";
}
