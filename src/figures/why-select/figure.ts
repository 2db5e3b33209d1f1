import { defineFigure } from "../../kit/figure.ts";
import { missed, missedHere, run, type Run } from "./compute.ts";
import { copiesAll, lagAlone, meanOfAll, noneErrsLess, sumOfWeights } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases, type Phrase } from "./phrases.ts";
import { presets } from "./presets.ts";
import { STEPS } from "./row.ts";
import { view } from "./view.ts";

const at = (v: Float64Array, t: number) => v[Math.min(v.length - 1, Math.floor(t))]!;
/** Which answer is due: 0 for the first, below 0 where nothing is asked yet. */
const asking = (t: number) => Math.floor(t) - STEPS;

export default defineFigure({
  id: "why-select",
  title: "One kernel, or a gate",
  params,
  idle: (v) => ({ fits: v.memory === "gate", blank: v.memory === "fixed" }),
  presets,
  compute: run,
  length: (r) => r.u.length,
  rate: 2,
  readouts: {
    missedFirst: {
      label: "missed with the tokens first, in %",
      foot: true,
      of: (r) => missed(r.errors.first),
    },
    missedAnywhere: {
      label: "missed with the tokens anywhere, in %",
      foot: true,
      of: (r) => missed(r.errors.anywhere),
    },
    missedRow: { label: "missed of this row, in %", foot: true, of: missedHere },
    got: { label: "output now", symbol: "y", of: (r, _, t) => at(r.y, t) },
    wanted: { label: "asked now", of: (r, _, t) => r.asked[asking(t)] ?? NaN },
    n: { label: "answer", of: (_r, _v, t) => Math.max(0, asking(t) + 1) },
    K: { label: "tokens", of: (r) => r.K },
    largest: {
      label: "largest weight of the kernel",
      of: (r, v) => (v.memory === "gate" ? NaN : Math.max(...r.kernel)),
    },
    lags: {
      label: "lags with a weight",
      of: (r, v) => (v.memory === "gate" ? NaN : r.kernel.filter((k) => Math.abs(k) > 1e-9).length),
    },
  },
  phrases,
  describe,
  laws: {
    best: {
      label: "No other fixed kernel errs less on the rows it is made for",
      holds: noneErrsLess,
    },
    sum: { label: "Each output is the sum of weight times input", holds: sumOfWeights },
    lag: { label: "A fixed kernel weighs by lag, and by nothing else", holds: lagAlone },
    mean: { label: "Tokens anywhere: the mean over every placement", holds: meanOfAll },
    copies: { label: "A gate that is shut at the blanks copies every row", holds: copiesAll },
  },
  symbols: (r, v, t) => ({
    t: Math.floor(t),
    L: STEPS,
    u: Array.from(r.u, (x) => [x]),
    K: [Array.from(r.kernel)],
    y: at(r.y, t),
    ...(v.memory === "gate" && { gate: at(r.gate, t) }),
  }),
  equations: ["convolution"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "missedAnywhere",
  source: ["src/models/fixedKernel.ts#best-kernel", "src/models/fixedKernel.ts#gated-delay"],
  view,
});

function describe(r: Run, v: Setting, t: number): Phrase {
  const i = asking(t);
  if (i < 0) {
    if (v.memory === "fixed") return "slides";
    const g = at(r.gate, t);
    return r.u[Math.floor(t)] !== 0 ? "opens" : g > 0 ? "ajar" : "shut";
  }
  if (i < r.K - 1) return Math.abs(r.y[STEPS + i]! - r.asked[i]!) < 1e-9 ? "right" : "wrong";
  if (missedHere(r) > 1e-6) return "fails";
  return missed(r.errors.first) + missed(r.errors.anywhere) < 1e-6 ? "both" : "exact";
}
