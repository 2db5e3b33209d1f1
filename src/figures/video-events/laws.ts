import { ANSWERS, NONE } from "../../models/film/watcher.ts";
import { SLOTS, STEPS } from "../../models/film/film.ts";
import { heldAt, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { CHANNELS, STATES } from "./reading.ts";

/** The probabilities of the seven answers are shares of one. */
export function sharesOfOne({ reading }: Run): boolean {
  if (!reading) return true;
  const { s6, fixed, whole } = reading;
  return [s6, fixed, whole.s6, whole.fixed].every((shares) =>
    Array.from({ length: SLOTS }, (_, slot) => slot * ANSWERS).every((at) => {
      const row = shares.subarray(at, at + ANSWERS);
      return row.every((x) => x >= 0) && Math.abs(row.reduce((a, b) => a + b, 0) - 1) < 1e-9;
    }),
  );
}

/** Δ > 0 and A < 0: what a state keeps over a step is a share between nothing and all. */
export const sharesKept = ({ reading }: Run): boolean =>
  !reading ||
  reading.layers.every(({ delta, A }) => delta.every((x) => x > 0) && A.every((a) => a < 0));

/** The state is the sum of what it has of every step. */
export function addsUp({ reading }: Run, { layer }: Setting): boolean {
  if (!reading) return true;
  const { u, delta, B, A, last } = reading.layers[layer - 1]!;
  for (let e = 0; e < CHANNELS; e += 9)
    for (let n = 0; n < STATES; n += 5) {
      let [sum, size, clock] = [0, 0, 0];
      for (let s = STEPS - 1; s >= 0; s--) {
        const at = s * CHANNELS + e;
        const part =
          Math.exp(A[e * STATES + n]! * clock) * delta[at]! * B[s * STATES + n]! * u[at]!;
        sum += part;
        size += Math.abs(part);
        clock += delta[at]!;
      }
      if (Math.abs(sum - last[e * STATES + n]!) > 1e-9 * Math.max(1, size)) return false;
    }
  return true;
}

/** A fixed state fades by age: of an input of one it never has more later than before. */
export const fadesByAge = ({ reading }: Run): boolean =>
  !reading ||
  reading.fixedLayers.every(({ kept }) =>
    kept.every((x, i) => x >= 0 && (i < CHANNELS || x <= kept[i - CHANNELS]! * (1 + 1e-12))),
  );

/** What the state has of all frames is all that it has. */
export function sharesOfState({ reading }: Run, { layer }: Setting): boolean {
  if (!reading) return true;
  const held = heldAt(reading, layer, STEPS - 1);
  const whole = (parts: Float64Array) => Math.abs(parts.reduce((a, b) => a + b, 0) - 1) < 1e-9;
  return whole(held.s6) && whole(held.fixed);
}

/** Glyphs are asked for first; where there is none left the answer is none. */
export const noneLast = ({ right }: Run): boolean =>
  (right.length === 0 || right.length === SLOTS) &&
  right.every((x, k) => x >= 0 && x <= NONE && (k === 0 || x === NONE || right[k - 1] !== NONE));
