import type { Flat } from "./data.ts";
import { nothingYet } from "./loop.ts";

/** Pairs between two pauses. */
const SLICE = 2 ** 20;

/**
 * How far prefixes are from those of a Float64 loop over the same pairs: the largest difference of b, and of a, each
 * relative to the largest magnitude of its kind. NaN where a prefix is none.
 */
export function* errorOf({ a, b, series }: Flat, got: Flat): Generator<undefined, number> {
  const truth = nothingYet(series);
  let [mostA, mostB, offA, offB] = [0, 0, 0, 0];
  let pause = SLICE;
  for (let row = 0; row < a.length; row += series) {
    for (let s = 0; s < series; s++) {
      const i = row + s;
      const p = (truth[s] = a[i]! * truth[s]!);
      const q = (truth[series + s] = a[i]! * truth[series + s]! + b[i]!);
      mostA = Math.max(mostA, Math.abs(p));
      mostB = Math.max(mostB, Math.abs(q));
      offA = Math.max(offA, Math.abs(p - got.a[i]!));
      offB = Math.max(offB, Math.abs(q - got.b[i]!));
    }
    if (row >= pause) {
      pause += SLICE;
      yield;
    }
  }
  return Math.max(mostA > 0 ? offA / mostA : offA, mostB > 0 ? offB / mostB : offB);
}
