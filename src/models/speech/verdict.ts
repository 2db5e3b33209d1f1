import { CLASSES, NONE } from "./listener.ts";

/** Frames that an answer is taken from: 100 ms. */
export const SPAN = 10;
/** How probable the ten digits together have to be over that time, on average, for a word to be counted: none of 120 digits is missed. */
export const LEAST = 0.85;

/** What was said: a digit, the frame behind the 100 ms that it is taken from, and how probable the ten digits were then together. */
export interface Word {
  readonly digit: number;
  readonly at: number;
  readonly sure: number;
}

/** For each frame the mean, over the 100 ms up to it, of the probability that it is a digit at all. */
export function digitness(shares: Float64Array): Float64Array {
  const frames = shares.length / CLASSES;
  let sum = 0;
  return Float64Array.from({ length: frames }, (_, t) => {
    sum += 1 - shares[t * CLASSES + NONE]!;
    if (t >= SPAN) sum -= 1 - shares[(t - SPAN) * CLASSES + NONE]!;
    return sum / SPAN;
  });
}

/** The digit of the largest mean log-probability over the 100 ms up to a frame. */
function digitAt(shares: Float64Array, t: number): number {
  let [best, most] = [0, -Infinity];
  for (let k = 0; k < NONE; k++) {
    let sum = 0;
    for (let s = Math.max(0, t - SPAN + 1); s <= t; s++)
      sum += Math.log(shares[s * CLASSES + k]! + 1e-9);
    if (sum > most) [best, most] = [k, sum];
  }
  return best;
}

const wordAt = (shares: Float64Array, sure: Float64Array, t: number): Word => ({
  digit: digitAt(shares, t),
  at: t + 1,
  sure: sure[t]!,
});

/**
 * Which digit a recording of one holds, whatever else it may be: taken from the 100 ms in which the digits together are most
 * probable. Undefined for less than a frame.
 */
export function answerIn(shares: Float64Array): Word | undefined {
  const sure = digitness(shares);
  let best = -1;
  for (let t = 0; t < sure.length; t++) if (best < 0 || sure[t]! > sure[best]! + 1e-9) best = t;
  return best < 0 ? undefined : wordAt(shares, sure, best);
}

/** All digits heard, one for each stretch over which a digit is more probable than none, taken where it is most probable. */
export function wordsIn(shares: Float64Array): Word[] {
  const sure = digitness(shares);
  const words: Word[] = [];
  for (let t = 0; t < sure.length; t++) {
    if (sure[t]! < LEAST) continue;
    let best = t;
    for (; t < sure.length && sure[t]! >= LEAST; t++) if (sure[t]! > sure[best]! + 1e-9) best = t;
    words.push(wordAt(shares, sure, best));
  }
  return words;
}
