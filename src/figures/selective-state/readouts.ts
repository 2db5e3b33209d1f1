import type { Readout } from "../../kit/figure.ts";
import { theoremGap } from "../../models/selectiveState.ts";
import type { Run } from "./compute.ts";
import { beforeSoftplus, gateGap } from "./hand.ts";
import type { Setting } from "./params.ts";
import { facts, rightOnes, saidAt } from "./reading.ts";
import { FARTHEST } from "./sets.ts";
import { TASK } from "./trained.ts";

type Here = Readout<Setting, Run>;
const byHand = ({ by }: Setting) => by === "rule";
const trained = ({ by }: Setting) => by === "trained";

export const lengthOf = ({ hand, trained: r }: Run): number =>
  hand ? hand.tokens.length : r!.ids.length;
const step = (r: Run, t: number) => Math.min(lengthOf(r) - 1, Math.floor(t));
/** A number of the state by hand at a step: n counts the states from 0. */
const part =
  (name: "keeps" | "lets", n: number): Here["of"] =>
  (r, v, t) =>
    r.hand ? r.hand[name].data[Math.min(n, v.N - 1) * r.hand.tokens.length + step(r, t)]! : NaN;
const deltaAt: Here["of"] = (r, _, t) => (r.hand ?? r.trained!).delta[step(r, t)]!;
/** Which question is asked: below 0 where none is. */
export const asking = (t: number): number => Math.floor(t) - TASK.L;

/** The gap of Theorem 1 under both rules, for an input of ones. */
const gaps = ({ hand }: Run) =>
  hand
    ? theoremGap(hand.delta.map(beforeSoftplus), new Float64Array(hand.delta.length).fill(1))
    : { zoh: NaN, simplified: NaN };

export const readouts = {
  delta: { label: "Δ now", symbol: "Deltat", foot: true, of: deltaAt },
  kept: {
    label: "kept of the state, in %",
    symbol: "h",
    foot: true,
    when: byHand,
    of: (r, v, t) => 100 * part("keeps", 0)(r, v, t),
  },
  lets: {
    label: "let in of the token",
    symbol: "Bbar",
    foot: true,
    when: byHand,
    of: part("lets", 0),
  },
  keptShare: { label: "kept of the state", symbol: "Abar", of: part("keeps", 0) },
  keptFast: {
    label: "kept of the fastest state, in %",
    symbol: "h",
    of: (r, v, t) => 100 * part("keeps", v.N - 1)(r, v, t),
  },
  together: {
    label: "kept and let in, together",
    of: (r, v, t) => part("keeps", 0)(r, v, t) + part("lets", 0)(r, v, t),
  },
  gate: {
    label: "gate of Theorem 1 now",
    symbol: "gate",
    of: (r, v, t) => -Math.expm1(-deltaAt(r, v, t)),
  },
  gap: {
    label: "off Theorem 1 by at most",
    foot: true,
    when: byHand,
    of: (r) => (r.hand ? gateGap(r.hand) : NaN),
  },
  gapZoh: { label: "off Theorem 1 under exact ZOH", of: (r) => gaps(r).zoh },
  gapMamba: { label: "off Theorem 1 under Mamba's rule", of: (r) => gaps(r).simplified },
  c: { label: "C now", symbol: "Ct", of: (r, _, t) => r.hand?.C[step(r, t)] ?? NaN },
  b: { label: "B now", symbol: "Bt", of: (r, _, t) => r.hand?.B[step(r, t)] ?? NaN },
  most: {
    label: "largest share in the state",
    symbol: "h",
    of: (r, _, t) =>
      r.hand ? Math.max(...r.hand.held[step(r, t)]!.data.subarray(0, r.hand.tokens.length)) : NaN,
  },
  right: {
    label: "right answers",
    foot: true,
    when: trained,
    of: (r) => (r.trained ? rightOnes(r.trained) : NaN),
  },
  tokens: {
    label: "questions with an answer",
    of: (r) => (r.trained ? r.trained.asked.filter((x) => !Number.isNaN(x)).length : NaN),
  },
  matter: {
    label: "answers that change without this step",
    foot: true,
    when: trained,
    of: (r, _, t) => r.trained?.matters[step(r, t)] ?? NaN,
  },
  n: { label: "question", of: (r, _, t) => (r.trained ? Math.max(0, asking(t) + 1) : NaN) },
  said: {
    label: "answer now",
    of: (r, _, t) => (r.trained && asking(t) >= 0 ? saidAt(r.trained, asking(t)).token : NaN),
  },
  chance: {
    label: "its probability, in %",
    of: (r, _, t) =>
      r.trained && asking(t) >= 0 ? 100 * saidAt(r.trained, asking(t)).chance : NaN,
  },
  wanted: { label: "asked now", of: (r, _, t) => r.trained?.asked[asking(t)] ?? NaN },
  changes: {
    label: "steps with Δ set by hand",
    of: (r, v) =>
      v.sets.filter((s) => s.which === "d" && s.step < Math.min(FARTHEST, lengthOf(r))).length,
  },
  heldOut: {
    label: "right on 2,000 rows it was not trained on, in %",
    of: () => 100 * facts.right,
    digits: 4,
  },
  parameters: { label: "parameters of the trained model", of: () => facts.parameters, digits: 4 },
} satisfies Record<string, Here>;

/** The number that NumPy ends on: all that the output hears at the end, or the probability of the last answer. */
export const result: Here["of"] = (r) => {
  if (r.trained) return 100 * saidAt(r.trained, TASK.K - 1).chance;
  const { read } = r.hand!;
  return read.data.subarray((read.rows - 1) * read.cols).reduce((sum, w) => sum + w, 0);
};
