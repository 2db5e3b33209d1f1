import { defineFigure } from "../../kit/figure.ts";
import { run, type Run } from "./compute.ts";
import { decaysBetween, growth, handsOn, linearAttention, lowRank, oneOutput } from "./laws.ts";
import { lengthOf, phaseAt } from "./moment.ts";
import { params, type Setting } from "./params.ts";
import { phrases, type Phrase } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "two-faces",
  title: "One layer, two faces",
  params,
  idle: ({ show, decay }) => {
    const cost = show === "cost";
    return {
      way: cost,
      text: cost,
      decay: cost,
      a: cost || decay !== "same",
      N: cost,
      chunk: cost,
      seed: cost,
      row: cost,
      col: cost,
      T: !cost,
      Q: !cost,
      states: !cost,
      width: !cost,
    };
  },
  presets,
  compute: run,
  length: lengthOf,
  clock: (_, { show, way }) =>
    show === "cost" ? undefined : way === "recurrence" ? "tokenClock" : "stepClock",
  rate: 1,
  readouts,
  phrases,
  describe,
  laws: {
    same: {
      label: "Recurrence, matrix and chunks give the same outputs, to 10⁻¹²",
      holds: oneOutput,
    },
    rank: { label: "No block below the diagonal has a rank above N", holds: lowRank },
    weights: {
      label: "Each weight is C·B̄ times the decays in between; none comes from later tokens",
      holds: decaysBetween,
    },
    hands: { label: "What enters a chunk is the recurrence's state there", holds: handsOn },
    linear: { label: "With all a = 1 it is linear attention", holds: linearAttention },
    growth: {
      about: "model",
      label: "Twice the tokens: twice the cost as a recurrence, nearly four times as a matrix",
      holds: growth,
    },
  },
  symbols,
  equations: ["ssd-step", "ssd-weight", "ssd-chunk"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: { of: (r) => r.stages.y.at(-1)! },
  source: [
    "src/models/ssd.ts#recurrence",
    "src/models/ssd.ts#matrix",
    "src/models/ssdChunked.ts#inside",
    "src/models/ssdChunked.ts#states",
    "src/models/ssdChunked.ts#carry",
    "src/models/ssdChunked.ts#output",
    "src/numerics/rank.ts#rank",
    "src/figures/two-faces/layer.ts#layer",
  ],
  view,
});

function describe(r: Run, v: Setting, t: number): Phrase {
  if (v.show === "cost") return "cost";
  const phase = phaseAt(r, v, t);
  if (v.way === "recurrence" && t >= r.tokens.length) return "walked";
  if (v.way === "chunked" && r.stages.starts.length === 1 && phase === "inside") return "oneChunk";
  if (phase === "sums" && v.decay === "none") return "attends";
  return phase;
}
