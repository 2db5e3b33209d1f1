import { fail, vector } from "./check.ts";

/** Least squares on the first 0, 1, 2 … of some columns. */
export interface Nested {
  /** Entry m is the sum of squares that the first m columns leave of y. */
  readonly left: readonly number[];
  /** The weights of the first m columns. Throws where `left` has no entry m. */
  readonly weights: (m: number) => Float64Array;
}

/** A column of which less than this share is new is a mix of those before it. */
const NEW = 1e-10;

/**
 * Every least squares of y on the first columns at once, by modified Gram–Schmidt on (columns, y), O(rows · columns²). Ends before
 * the first column that is a mix of those before it. Throws where lengths differ. Source: Björck, BIT 7 (1967), 1–21.
 */
export function nested(columns: readonly Float64Array[], y: Float64Array): Nested {
  const q = columns.map((column, j) => vector(`columns[${j}]`, column, y.length).slice());
  const rest = vector("y", y).slice();
  const R: Float64Array[] = []; // row j: what of each column, and last of y, lies along direction j
  const left = [dot(rest, rest)];
  for (const [j, now] of q.entries()) {
    const length = Math.sqrt(dot(now, now));
    if (!(length > NEW * Math.sqrt(dot(columns[j]!, columns[j]!)))) break;
    for (let i = 0; i < now.length; i++) now[i]! /= length;
    const row = new Float64Array(q.length + 1);
    row[j] = length;
    for (let k = j + 1; k <= q.length; k++) row[k] = takeOut(now, q[k] ?? rest);
    R.push(row);
    left.push(dot(rest, rest));
  }
  return {
    left,
    weights(m) {
      if (!(m in left)) fail("m", `at most ${left.length - 1}`, m);
      const w = new Float64Array(m);
      for (let j = m - 1; j >= 0; j--) {
        let sum = R[j]!.at(-1)!;
        for (let k = j + 1; k < m; k++) sum -= R[j]![k]! * w[k]!;
        w[j] = sum / R[j]![j]!;
      }
      return w;
    },
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Takes what of x lies along a direction out of it, and says how much that was. */
function takeOut(direction: Float64Array, x: Float64Array): number {
  const along = dot(direction, x);
  for (let i = 0; i < x.length; i++) x[i]! -= along * direction[i]!;
  return along;
}
