import type { Flat } from "./data.ts";

/** What has come before: p · h + q, a pair for each series; p first, then q. */
export function nothingYet(series: number): Float64Array {
  return new Float64Array(2 * series).fill(1, 0, series);
}

// #region loop
/** All prefixes, one pair after the other, from what came before; leaves there what has come now. */
export function loop({ a, b, series }: Flat, out: Flat, before: Float64Array): void {
  if (series === 1) return loopAlone({ a, b, series }, out, before);
  for (let row = 0; row < a.length; row += series)
    for (let s = 0; s < series; s++) {
      const i = row + s;
      const at = a[i]!;
      before[series + s] = out.b[i] = at * before[series + s]! + b[i]!;
      before[s] = out.a[i] = at * before[s]!;
    }
}

/** The same for one series: what came before stays in registers. */
function loopAlone({ a, b }: Flat, out: Flat, before: Float64Array): void {
  let p = before[0]!;
  let q = before[1]!;
  for (let t = 0; t < a.length; t++) {
    const at = a[t]!;
    out.a[t] = p = at * p;
    out.b[t] = q = at * q + b[t]!;
  }
  before[0] = p;
  before[1] = q;
}
// #endregion

// #region reduce
/** Joins all pairs of each series to one; nothing is written but that. */
export function reduce({ a, b, series }: Flat): Float64Array {
  const total = nothingYet(series);
  if (series > 1) {
    for (let row = 0; row < a.length; row += series)
      for (let s = 0; s < series; s++) {
        const at = a[row + s]!;
        total[series + s] = at * total[series + s]! + b[row + s]!;
        total[s] = at * total[s]!;
      }
    return total;
  }
  let p = 1;
  let q = 0;
  for (let t = 0; t < a.length; t++) {
    const at = a[t]!;
    p = at * p;
    q = at * q + b[t]!;
  }
  return total.fill(p, 0, 1).fill(q, 1);
}

/** From the chunks' totals to what comes before each chunk. */
export function carry(totals: readonly Float64Array[], series: number): Float64Array[] {
  const before = [nothingYet(series)];
  for (const [k, total] of totals.slice(0, -1).entries()) {
    const next = before[k]!.slice();
    for (let s = 0; s < series; s++) {
      next[s] = total[s]! * next[s]!;
      next[series + s] = total[s]! * next[series + s]! + total[series + s]!;
    }
    before.push(next);
  }
  return before;
}
// #endregion
