import { generator } from "../../numerics/random.ts";

/** Pairs of several series side by side, and prefixes of the same shape: t-th pair of series s at t · series + s. */
export interface Flat {
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly series: number;
}

/** One pair in so many forgets all that was before it (a = 0), as where one text ends and the next begins. */
export const RESET = 1 / 256;
/** Pairs between two pauses. */
const SLICE = 2 ** 18;

/** The pairs of one series into every `series`-th place from `s` on: a in (0.9, 1) or 0, b = (1 − a) · x, x in (−1, 1). */
function fill({ a, b, series }: Flat, s: number, seed: number): void {
  const { uniform } = generator(seed);
  for (let i = s; i < a.length; i += series) {
    const u = uniform();
    a[i] = u < RESET ? 0 : 1 - 0.1 * u * u;
    b[i] = (1 - a[i]!) * (2 * uniform() - 1);
  }
}

const empty = (L: number, series: number): Flat => ({
  a: new Float32Array(L * series),
  b: new Float32Array(L * series),
  series,
});

/** L pairs of each of so many series, in slices. A shorter row is the beginning of a longer one. */
export function* pairsOf(seed: number, L: number, series: number): Generator<undefined, Flat> {
  const pairs = empty(L, series);
  for (let s = 0; s < series; s++) {
    fill(pairs, s, seed + 10_000 * s);
    if ((s + 1) % Math.ceil(SLICE / L) === 0) yield;
  }
  return pairs;
}

/** The first pairs of the first series, in double precision. */
export function firstPairs(seed: number, L: number): { a: Float64Array; b: Float64Array } {
  const pairs = empty(L, 1);
  fill(pairs, 0, seed);
  return { a: Float64Array.from(pairs.a), b: Float64Array.from(pairs.b) };
}
