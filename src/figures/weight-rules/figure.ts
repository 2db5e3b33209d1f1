import { defineFigure } from "../../kit/figure.ts";
import { PAIRS, run, seenAt, type Run, type Way } from "./compute.ts";
import { doubtShrinks, leastSquares, shareOfTheWay, sumOfPairs } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { type Phrase, phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

const off = (way: Way) => (r: Run, _: Setting, t: number) => r.off[way][seenAt(t)]!;
const norm = (...x: number[]) => Math.hypot(...x);

export default defineFigure({
  id: "weight-rules",
  title: "Three ways to learn two weights",
  params,
  idle: (v) => ({ angle: v.ask === "turn" }),
  presets,
  compute: run,
  length: () => PAIRS + 1,
  clock: () => "clock",
  rate: 1,
  readouts: {
    offKalman: {
      label: "filter, from the truth",
      symbol: "hhat",
      foot: true,
      of: off("kalman"),
    },
    offDelta: {
      label: "delta rule, from the truth",
      symbol: "hdelta",
      foot: true,
      of: off("delta"),
    },
    offAdded: { label: "adding, from the truth", symbol: "hadd", foot: true, of: off("added") },
    n: { label: "answers seen", symbol: "t", of: (_r, _v, t) => seenAt(t) },
    size: {
      label: "size of the gain",
      symbol: "gain",
      of: (r, _, t) => (t < 1 ? NaN : norm(...r.gain.data.slice(2 * seenAt(t) - 2, 2 * seenAt(t)))),
    },
    left: {
      label: "share that the delta rule leaves, turned by this angle (β = 1)",
      foot: true,
      when: (v) => v.ask === "two" && v.beta === 1,
      of: (_, v) =>
        v.ask === "turn" ? NaN : v.angle === 90 ? 0 : Math.cos((v.angle * Math.PI) / 180),
    },
  },
  phrases,
  describe: (r, v, t): Phrase => {
    const n = seenAt(t);
    if (n === 0) return "before";
    if (r.off.added[n]! > 2 * norm(v.h1, v.h2) && n > 2) return "lost";
    return n === 1 ? "one" : "pairs";
  },
  laws: {
    least: {
      label: "With weights that stand still, the filter is at the least squares of all answers",
      holds: leastSquares,
    },
    share: {
      label: "The delta rule takes the share β of the way to the line, at right angles",
      holds: shareOfTheWay,
    },
    sum: { label: "Adding is a sum of pairs, in any order", holds: sumOfPairs },
    doubt: {
      label: "With weights that stand still, no answer adds to the filter's doubt",
      holds: doubtShrinks,
    },
  },
  symbols,
  equations: ["kalman-gain", "kalman-update", "delta-rule", "linear-attention"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "offKalman",
  source: [
    "src/models/kalman/step.ts#update",
    "src/models/weightRules.ts#delta-rule",
    "src/models/weightRules.ts#linear-attention",
  ],
  view,
});
