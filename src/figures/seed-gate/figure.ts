import { defineFigure } from "../../kit/figure.ts";
import { before, run, tokenAt, type Run } from "./compute.ts";
import { between, inTurn, sameByTree, shutGates, theoremOne } from "./laws.ts";
import { merges } from "./merge.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { TOKENS } from "./row.ts";
import { stretchAt } from "./told.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "seed-gate",
  title: "The article's gate, and S6's",
  params,
  presets,
  compute: run,
  length: () => TOKENS,
  rate: 2,
  readouts,
  phrases,
  describe,
  laws: {
    shut: {
      label: "Where g = 0 the article's state is 0, and S6's stays as it is",
      holds: shutGates,
    },
    theorem: {
      label: "With Δ = −ln(1 − g), S6 under exact zero-order hold is this gate",
      holds: theoremOne,
    },
    between: { label: "S6's state lies between the one before and the token", holds: between },
    turn: { label: "A merged pair does what its two steps do in turn", holds: inTurn },
    tree: {
      label: "Without an f the tree ends where one token after the other does",
      holds: sameByTree,
    },
  },
  symbols: (r, v, t) => {
    const k = tokenAt(t);
    const gate = r.gate[k]!;
    return {
      t: k,
      L: TOKENS,
      A: v.a,
      B: v.b,
      u: r.u[k]!,
      gate,
      Deltat: -Math.log1p(-gate),
      hbefore: before(r.s6, k),
      h: r.s6[k]!,
    };
  },
  equations: ["theorem-one"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "end",
  source: [
    "src/models/seedGate.ts#seed-gate",
    "src/models/s6Gate.ts#gate",
    "src/figures/seed-gate/merge.ts#merge",
  ],
  view,
});

function describe(r: Run, v: Setting, t: number) {
  if (v.show === "gate") {
    const g = r.gate[tokenAt(t)]!;
    return g === 0 ? "shut" : g === 1 ? "open" : "nearlyShut";
  }
  if (r.tree!.whole) return v.f === "identity" ? "through" : "emptied";
  if (r.tree!.levels.length > 1) return "later";
  const s = stretchAt(r, t)!;
  return merges(s) ? "lucky" : "refused";
}
