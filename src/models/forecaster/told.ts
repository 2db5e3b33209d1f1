import { cosSin } from "../../numerics/portable.ts";

/** What a forecaster is given: a series (NaN = missing) and how it is to be read. */
export interface Told {
  readonly z: Float64Array;
  /** The last step that may be learnt from: every scale comes from the steps up to it. */
  readonly last: number;
  /** Steps of a cycle, of which the naive forecast and the inputs know; 1 where there is none. */
  readonly cycle: number;
}

/** Steps over which the running mean reaches back. */
const SPAN = 24;

/** How many numbers a step brings. */
export const realsOf = ({ cycle }: Pick<Told, "cycle">): number => (cycle === 1 ? 3 : 6);

/**
 * What is read at each step, steps × reals: the value against its running mean, the step from the value before, whether there is
 * a value; with a cycle also the step since a cycle ago, and the cosine and the sine of the place in the cycle. In units of their
 * root mean squares up to `last`; where a value is missing the last one stands. Row t depends on nothing after t.
 */
export function inputsOf({ z, last, cycle }: Told): Float64Array {
  const reals = realsOf({ cycle });
  const all = new Float64Array(z.length * reals);
  const turn = { re: 0, im: 0 };
  const held = heldOf(z);
  let mean = NaN;
  for (let t = 0; t < z.length; t++) {
    const now = held[t]!;
    if (Number.isNaN(now)) continue;
    mean = Number.isNaN(mean) ? now : mean + (2 / (SPAN + 1)) * (now - mean);
    const since = (back: number) => now - (held[t - back] ?? now) || 0;
    const row = [now - mean, since(1), Number.isNaN(z[t]) ? 0 : 1];
    if (cycle > 1) {
      const place = cosSin((2 * Math.PI * (t % cycle)) / cycle, turn);
      row.push(since(cycle), place.re, place.im);
    }
    all.set(row, t * reals);
  }
  for (const i of cycle === 1 ? [0, 1] : [0, 1, 3]) scaleColumn(all, reals, i, last);
  return all;
}

/** The last value that was there, at each step; NaN before the first. */
function heldOf(z: Float64Array): Float64Array {
  let held = NaN;
  return z.map((x) => (Number.isNaN(x) ? held : (held = x)));
}

function scaleColumn(all: Float64Array, reals: number, i: number, last: number): void {
  let sum = 0;
  for (let t = 0; t <= last; t++) sum += all[t * reals + i]! ** 2;
  const scale = Math.sqrt(sum / (last + 1)) || 1;
  for (let at = i; at < all.length; at += reals) all[at]! /= scale;
}

/**
 * The root mean square by which the naive forecast missed at each horizon up to `last`, `ahead` of them: the units of what is
 * forecast. Where nothing was to be judged, the unit of the horizon before; 1 where there is none.
 */
export function missesOf({ z, last }: Told, naive: Float64Array, ahead: number): Float64Array {
  const units = new Float64Array(ahead);
  for (let k = 1; k <= ahead; k++) {
    let [sum, n] = [0, 0];
    for (let t = 0; t + k <= last; t++) {
      const miss = z[t + k]! - naive[t * ahead + k - 1]!;
      if (Number.isNaN(miss)) continue;
      sum += miss * miss;
      n++;
    }
    units[k - 1] = Math.sqrt(sum / n) || units[k - 2] || 1;
  }
  return units;
}
