import type { Readout } from "../../kit/figure.ts";
import { tokenAt, type Run } from "./compute.ts";
import { GRID } from "./merge.ts";
import type { Setting } from "./params.ts";
import { keptBySeed, refusal, stretchAt } from "./told.ts";

type Own = Readout<Setting, Run>;
const gating = (v: Setting) => v.show === "gate";
const merging = (v: Setting) => v.show === "parallel";

export const readouts: Readonly<Record<string, Own>> = {
  gate: { label: "gate", symbol: "gate", foot: true, of: (r, _, t) => r.gate[tokenAt(t)]! },
  seed: {
    label: "the article's state",
    symbol: "h",
    foot: true,
    when: gating,
    of: (r, _, t) => r.seed[tokenAt(t)]!,
  },
  s6: {
    label: "S6's state",
    symbol: "h",
    foot: true,
    when: gating,
    of: (r, _, t) => r.s6[tokenAt(t)]!,
  },
  keptSeed: {
    label: "kept of the state before: the article, in %",
    of: (r, v, t) => 100 * keptBySeed(r, v, t),
  },
  keptS6: {
    label: "kept of the state before: S6, in %",
    of: (r, _, t) => 100 * (1 - r.gate[tokenAt(t)]!),
  },
  first: { label: "first token of the pair", of: (r, _, t) => stretchAt(r, t)?.from ?? NaN },
  second: { label: "second token of the pair", of: (r, _, t) => stretchAt(r, t)?.to ?? NaN },
  where: {
    label: "a state before both",
    symbol: "hbefore",
    of: (r, _, t) => GRID[stretchAt(r, t)?.worst ?? NaN] ?? NaN,
  },
  both: {
    label: "both steps in turn make of it",
    of: (r, _, t) => {
      const s = stretchAt(r, t);
      return s ? s.inTurn[s.worst]! : NaN;
    },
  },
  single: {
    label: "the nearest single step makes of it",
    of: (r, _, t) => {
      const s = stretchAt(r, t);
      return s ? s.nearest[s.worst]! : NaN;
    },
  },
  gap: {
    label: "apart by up to",
    foot: true,
    when: merging,
    of: (r, _, t) => stretchAt(r, t)?.gap ?? NaN,
  },
  refused: { label: "pairs that are no single step", of: (r) => (r.tree ? refusal(r).count : NaN) },
  size: { label: "tokens a stretch", of: (r) => 2 ** (r.tree?.levels.length ?? NaN) },
  levels: { label: "levels", of: (r) => r.tree?.levels.length ?? NaN },
  last: { label: "last state by the tree", digits: 6, of: (r) => r.tree?.last ?? NaN },
  end: { label: "last state in turn", digits: 6, of: (r) => r.seed.at(-1)! },
};
