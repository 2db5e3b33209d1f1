import type { Readout } from "../../kit/figure.ts";
import { between, SETTLED } from "./bins.ts";
import { lengthOf, natsOf, shownOf, takenOf, timeOf, type Run } from "./compute.ts";
import { BINS, LOW } from "./halfLives.ts";
import { MEMORY } from "./model.ts";
import type { Setting } from "./params.ts";
import type { Kind } from "./probes.ts";

type Own = Readout<Setting, Run>;

const at = (r: Run, v: Setting, t: number) => Math.min(Math.floor(t), lengthOf(r, v) - 1);
const natsAt = (r: Run, v: Setting, t: number) => natsOf(r, v)[at(r, v, t)] ?? NaN;

/** The farthest distance at which a change still moves 1 % of the probability. */
const felt = (kind: Kind) => (r: Run) =>
  shownOf(r)?.moved[kind].findLast(({ mean }) => mean >= 0.01)?.at ?? NaN;

const speech =
  (k: number): Own["of"] =>
  (r, v) =>
    v.source === "again" ? timeOf(natsOf(r, v), k) : NaN;

/** The half-life that a share of the states does not reach, to a tenth of a decade. */
function quantile(counts: ArrayLike<number>, share: number): number {
  let sum = 0;
  for (let k = 0; k < counts.length; k++)
    if ((sum += counts[k]!) >= share * MEMORY) return 10 ** (LOW + (k + 0.5) / BINS);
  return NaN;
}

/** Of the states those that keep half for longer than so many characters, in %. */
function longer(counts: ArrayLike<number>, than: number): number {
  const from = Math.round(BINS * (Math.log10(than) - LOW));
  let sum = 0;
  for (let k = from; k < counts.length; k++) sum += counts[k]!;
  return counts.length === 0 ? NaN : (100 * sum) / MEMORY;
}

export const readouts: Readonly<Record<string, Own>> = {
  place: { label: "character", digits: 6, of: (r, v, t) => at(r, v, t) + 1 },
  count: {
    label: "characters that are read",
    digits: 6,
    of: (r, v) => (v.source === "own" ? r.own!.ids.length : lengthOf(r, v)),
  },
  nats: {
    label: "nats of this character",
    foot: true,
    when: ({ show }) => show === "surprise",
    of: natsAt,
  },
  share: {
    label: "probability it had been given, in %",
    foot: true,
    when: ({ show }) => show === "surprise",
    of: (r, v, t) => 100 * Math.exp(-natsAt(r, v, t)),
  },
  mean: {
    label: "nats a character, all that is read",
    foot: true,
    of: (r) => shownOf(r)?.mean ?? NaN,
  },
  error: { label: "its standard error", of: (r) => shownOf(r)?.error ?? NaN },
  first: { label: "nats a character, first tenth", of: (r) => shownOf(r)?.ends[0] ?? NaN },
  last: { label: "nats a character, last tenth", of: (r) => shownOf(r)?.ends[1] ?? NaN },
  once: { label: "nats a character, the first time", of: speech(0) },
  twice: { label: "nats a character, the second time", of: speech(1) },
  tenth: { label: "nats a character, the tenth time", of: speech(9) },
  fresh: {
    label: "nats a character from nothing, the first nine",
    of: (r) => between(shownOf(r)?.fresh, 1, 10),
  },
  settled: {
    label: "nats a character from nothing, behind a hundred",
    of: (r) => between(shownOf(r)?.fresh, ...SETTLED),
  },
  knows: {
    label: "the same characters with all before, behind a hundred",
    of: (r) => between(shownOf(r)?.knowing, ...SETTLED),
  },
  knowsFirst: {
    label: "the same characters with all before, the first nine",
    of: (r) => between(shownOf(r)?.knowing, 1, 10),
  },
  start: {
    label: "nats more without memory, the first nine characters",
    foot: true,
    when: ({ show }) => show === "carries",
    of: (r) => between(shownOf(r)?.extra.cleared, 1, 10),
  },
  later: {
    label: "nats more without memory, behind a hundred",
    foot: true,
    when: ({ show }) => show === "carries",
    of: (r) => between(shownOf(r)?.extra.cleared, ...SETTLED),
  },
  times: { label: "paragraphs that were tried", of: (r) => shownOf(r)?.times ?? NaN },
  forgets: {
    label: "characters for which a forgotten past moves 1 %",
    foot: true,
    when: ({ show }) => show === "reach",
    of: felt("cleared"),
  },
  letter: {
    label: "characters for which a changed letter moves 1 %",
    foot: true,
    when: ({ show }) => show === "reach",
    of: felt("letter"),
  },
  median: {
    label: "characters till half is left, median of the states",
    foot: true,
    when: ({ show }) => show === "reach",
    of: (r) => quantile(shownOf(r)?.halves ?? [], 0.5),
  },
  long: {
    label: "states that keep half for more than 1,000 characters, in %",
    of: (r) => longer(shownOf(r)?.halves ?? [], 1000),
  },
  memory: { label: "numbers of all states", digits: 6, of: () => MEMORY },
  skipped: {
    label: "characters skipped",
    digits: 6,
    of: (r, v) => {
      const taken = takenOf(r, v);
      return taken ? taken.all.length - taken.ids.length : 0;
    },
  },
};
