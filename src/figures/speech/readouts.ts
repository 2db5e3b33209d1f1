import type { Readout } from "../../kit/figure.ts";
import { CLASSES, NONE } from "../../models/speech/listener.ts";
import { HOP } from "../../models/speech/bands.ts";
import { deltaOf, heardBy, saidAt, sharesOf, wordsOf, type Run } from "./compute.ts";
import { measured } from "./measured.ts";
import type { Setting } from "./params.ts";

type Own = Readout<Setting, Run>;

/** A number counted on recordings, for sentences. */
const counted = (label: string, of: number, digits = 4): Own => ({ label, digits, of: () => of });

const leftOut = Object.entries(measured.leftOut).map(
  ([who, right]) =>
    [
      who,
      counted(`right of ${measured.leftOutOf} with ${who} never heard, in %`, right, 3),
    ] as const,
);
const inNoise = Object.entries(measured.noise).map(
  ([db, right]) =>
    [`noise${db}`.replace("-", "m"), counted(`right of the same at ${db} dB`, right)] as const,
);

/** The last digit heard so far. */
const lastWord = (r: Run, t: number) => wordsOf(r).findLast(({ at }) => at <= heardBy(r, t));

export const readouts: Readonly<Record<string, Own>> = {
  digit: {
    label: "last digit heard",
    symbol: "y",
    foot: true,
    of: (r, _, t) => lastWord(r, t)?.digit ?? NaN,
  },
  sure: {
    label: "sure that it was one, in %",
    symbol: "y",
    foot: true,
    of: (r, _, t) => 100 * (lastWord(r, t)?.sure ?? NaN),
  },
  count: {
    label: "digits heard",
    of: (r, _, t) => wordsOf(r).filter(({ at }) => at <= heardBy(r, t)).length,
  },
  /** The most probable digit now, whatever is more probable than it. */
  now: {
    label: "most probable digit now",
    of: (r, _, t) => {
      const row = rowAt(r, t);
      return row ? row.indexOf(Math.max(...row)) : NaN;
    },
  },
  share: {
    label: "its probability, in %",
    of: (r, _, t) => 100 * Math.max(...(rowAt(r, t) ?? [NaN])),
  },
  none: {
    label: "probability of no digit, in %",
    foot: true,
    of: (r, _, t) => 100 * (sharesOf(r)?.[(heardBy(r, t) - 1) * CLASSES + NONE] ?? NaN),
  },
  delta: {
    label: "Δ at this frame",
    symbol: "Deltat",
    foot: true,
    of: (r, v, t) => deltaOf(r, v)?.[heardBy(r, t) - 1] ?? NaN,
  },
  seconds: { label: "seconds heard", of: (r, _, t) => (heardBy(r, t) * HOP) / 8000 },
  /** From the end of the last word that is known to where it is told. */
  delay: {
    label: "ms from the end of the word to its answer",
    of: (r, _, t) => {
      const word = lastWord(r, t);
      if (!word) return NaN;
      const heard = word.at * HOP + 176;
      const end = r.ends.findLast((e) => e <= heard + 1600);
      return end === undefined ? NaN : (heard - end) / 8;
    },
  },
  mults: counted("multiplications a second, in millions", measured.multiplications / 1e6, 3),
  bytes: counted("bytes of weights", measured.bytes, 5),
  weights: counted("parameters", measured.parameters, 5),
  right: counted("right of recordings never heard", measured.right),
  of: counted("recordings never heard", measured.of),
  others: counted("other words taken for a digit", measured.others.taken, 3),
  othersOf: counted("other words", measured.others.of, 3),
  hiss: counted("digits heard in ten minutes of noise", measured.hiss, 3),
  ...Object.fromEntries(leftOut),
  ...Object.fromEntries(inNoise),
};

function rowAt(r: Run, t: number): Float64Array | undefined {
  const at = (heardBy(r, t) - 1) * CLASSES;
  return at < 0 ? undefined : sharesOf(r)?.subarray(at, at + NONE);
}

/** Whether what is said now is that there is no digit. */
export const saysNone = (r: Run, t: number): boolean => saidAt(r, heardBy(r, t) - 1).said === NONE;
