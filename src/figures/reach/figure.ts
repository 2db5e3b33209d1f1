import { defineFigure } from "../../kit/figure.ts";
import { run, STEPS } from "./compute.ts";
import { energyOne, growsAndNarrows, staysInside } from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

const step = (t: number) => Math.max(0, Math.min(STEPS, Math.floor(t)));

export default defineFigure({
  id: "reach",
  title: "What can be reached, what can be seen",
  params,
  presets,
  compute: run,
  length: () => STEPS + 1,
  readouts: {
    rankB: { label: "dimensions reached", symbol: "B", foot: true, of: (r) => r.ranks[0] },
    rankC: { label: "dimensions seen", symbol: "C", foot: true, of: (r) => r.ranks[1] },
    long: {
      label: "reached at most",
      symbol: "B",
      foot: true,
      of: (r, _, t) => r.reached[step(t)]!.long,
    },
    short: {
      label: "the other way",
      symbol: "B",
      // What rounding leaves of a line has no width.
      of: (r, _, t) => (r.ranks[0] < 2 ? 0 : r.reached[step(t)]!.short),
    },
    blur: {
      label: "largest start of output energy 1",
      symbol: "C",
      foot: true,
      of: (r, _, t) => (r.ranks[1] < 2 ? Infinity : r.alike[step(t)]!.long),
    },
  },
  phrases,
  describe: ({ ranks: [reached, seen] }) => {
    if (reached === 0 || seen === 0) return "nothing";
    if (reached === 2) return seen === 2 ? "both" : "blind";
    return seen === 2 ? "line" : "neither";
  },
  laws: {
    inside: { label: "No input of energy 1 leads out of the ellipse", holds: staysInside },
    energy: { label: "A start on the right border gives an output of energy 1", holds: energyOne },
    grows: {
      label: "With more steps more is reached, and less looks alike",
      holds: growsAndNarrows,
    },
  },
  symbols: (_, v, t) => ({ A: v.A, B: v.B, C: v.C, k: step(t) }),
  equations: [],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: { of: (r) => r.reached[STEPS]!.long },
  source: ["src/models/gramian.ts#gramian"],
  view,
});
