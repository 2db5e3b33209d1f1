import { count, fail, vector } from "../../numerics/check.ts";

/** An autoregressive model: s_t = a_1 s_{t−1} + … + a_p s_{t−p} + e_t with e_t ~ N(0, q). */
export interface Autoregression {
  /** a_1 … a_p. */
  readonly a: Float64Array;
  /** Variance of the excitation e_t; 0 where the past settles the present. */
  readonly q: number;
}

/**
 * The model of order p whose first p correlations are r_1 … r_p and whose variance is r_0, by Levinson's recursion in O(p²).
 * It is stable whenever r is the autocorrelation of anything; silence (r_0 = 0) gives zeros. Throws unless r holds p + 1 finite
 * numbers, r_0 ≥ 0. Source: Durbin 1960; Makhoul, Linear prediction: a tutorial review, Proc. IEEE 63 (1975), eq. 38.
 */
export function levinson(r: Float64Array, p: number): Autoregression {
  count("p", p);
  if (vector("r", r).length <= p) fail("r", `of at least ${p + 1} numbers`, `${r.length}`);
  if (r[0]! < 0) fail("r[0]", "a variance, 0 or more", r[0]);
  const a = new Float64Array(p);
  const before = new Float64Array(p);
  let q = r[0]!;
  // #region levinson
  for (let m = 0; m < p && q > 0; m++) {
    let left = r[m + 1]!; // what m coefficients do not explain of the next correlation
    for (let k = 0; k < m; k++) left -= a[k]! * r[m - k]!;
    const reflection = left / q;
    before.set(a);
    a[m] = reflection;
    for (let k = 0; k < m; k++) a[k] = before[k]! - reflection * before[m - 1 - k]!;
    q *= 1 - reflection * reflection;
  }
  // #endregion
  return { a, q: Math.max(0, q) };
}
