import type { Felt } from "./reading.ts";

/** A mean at a place, and its standard error. */
export interface Point {
  readonly at: number;
  /** Places that it is the mean of. */
  readonly size: number;
  readonly mean: number;
  readonly error: number;
}

/** Parts of the overview. */
export const PARTS = 240;

/** Mean over each of `parts` equal parts of the characters from … to; NaN where nothing is known. */
export function partsOf(
  nats: ArrayLike<number>,
  from: number,
  to: number,
  parts = PARTS,
): Float64Array {
  return Float64Array.from({ length: parts }, (_, k) => {
    const start = Math.floor(from + (k * (to - from)) / parts);
    const end = Math.max(start + 1, Math.floor(from + ((k + 1) * (to - from)) / parts));
    return over(nats, start, Math.min(end, nats.length)).mean;
  });
}

/** Mean and standard error of the numbers there are from … to. */
export function over(x: ArrayLike<number>, from = 0, to = x.length): Pick<Point, "mean" | "error"> {
  let [n, sum, squares] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    const value = x[i]!;
    if (Number.isNaN(value)) continue;
    n++;
    sum += value;
    squares += value * value;
  }
  if (n === 0) return { mean: NaN, error: NaN };
  const mean = sum / n;
  const spread = Math.max(0, squares / n - mean * mean);
  return { mean, error: n > 1 ? Math.sqrt(spread / (n - 1)) : NaN };
}

/** From … to of bins whose ends go up by a fifth of a decade: 1, 2, 3, 4, 6, 10, 16 … */
export function* decades(count: number): Generator<[from: number, to: number]> {
  let from = 1;
  for (let k = 1; from <= count; k++) {
    const to = Math.round(10 ** (k / 5));
    if (to <= from) continue;
    yield [from, Math.min(to, count + 1)];
    from = to;
  }
}

const middle = (from: number, to: number) => Math.sqrt(from * (to - 1));

/** Surprise against how many characters had been read. */
export function byPosition(nats: ArrayLike<number>): Point[] {
  const bins = [...decades(nats.length - 1)];
  return bins.map(([from, to]) => ({
    at: middle(from, to),
    size: to - from,
    ...over(nats, from, to),
  }));
}

/** Something about the characters behind a change, by their distance: mean and error over the changes, each counted once. */
export function byDistance(felt: readonly Felt[], of: (f: Felt, k: number) => number): Point[] {
  const most = Math.max(0, ...felt.map(({ from, to }) => to - from));
  return [...decades(most)].flatMap(([from, to]) => {
    const each = felt.map((f) => {
      const values = Float64Array.from({ length: to - from }, (_, i) => of(f, from - 1 + i));
      return over(values).mean;
    });
    const point = { at: middle(from, to), size: to - from, ...over(each) };
    return Number.isNaN(point.mean) ? [] : [point];
  });
}

/** Mean over the characters from a distance to another, both ends of bins. */
export function between(points: readonly Point[] = [], from: number, to: number): number {
  let [sum, count] = [0, 0];
  for (const { at, size, mean } of points) {
    if (at < from || at >= to) continue;
    sum += size * mean;
    count += size;
  }
  return sum / count;
}

/** Characters behind a change from which on it counts as settled: a hundred, to the end of what is followed. */
export const SETTLED = [100, Infinity] as const;
