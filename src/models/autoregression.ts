import { count } from "../numerics/check.ts";
import { type Nested, nested } from "../numerics/leastSquares.ts";
import type { Autoregression } from "./speech/ar.ts";

/** An autoregression about a level: z_t = c + a_1 z_{t−1} + … + a_p z_{t−p} + e_t with e_t ~ N(0, q). */
export interface Regression extends Autoregression {
  readonly c: number;
}

/** The times at which neither z nor any of the p values before it is missing. */
function timesOf(z: Float64Array, p: number): number[] {
  const times: number[] = [];
  let run = 0;
  for (let t = 0; t < z.length; t++) {
    run = Number.isNaN(z[t]) ? 0 : run + 1;
    if (run > p) times.push(t);
  }
  return times;
}

/** z at these times on 1, and on what it was 1 … p before. */
function regress(z: Float64Array, times: readonly number[], p: number): Nested {
  const lag = (k: number) => Float64Array.from(times, (t) => z[t - k]!);
  const lags = Array.from({ length: p }, (_, k) => lag(k + 1));
  return nested([lag(0).fill(1), ...lags], lag(0));
}

// #region fit
/**
 * The autoregression of order p by ordinary least squares (Yule 1927); of a lower one where z (NaN = missing) has fewer than p + 2
 * times to fit it to, or its lags are mixes of each other. q is the residuals' variance, p + 1 degrees of freedom taken off.
 */
export function fitAutoregression(z: Float64Array, p: number): Regression {
  for (let order = count("p", p, 0); order >= 0; order--) {
    const times = timesOf(z, order);
    if (times.length < order + 2) continue;
    const { left, weights } = regress(z, times, order);
    if (left.length < order + 2) continue;
    const [c, ...a] = weights(order + 1);
    return { c: c!, a: Float64Array.from(a), q: left[order + 1]! / (times.length - order - 1) };
  }
  return { c: NaN, a: new Float64Array(0), q: NaN };
}

/**
 * The order with the least n ln(RSS / n) + 2 p (Akaike 1974), of those up to 10 log₁₀ of the values there are, but never of more than
 * half as many numbers as there are times; all are judged at the same n times.
 */
export function orderByAic(z: Float64Array): number {
  let most = Math.floor(10 * Math.log10(Math.max(1, timesOf(z, 0).length)));
  while (most > 0 && timesOf(z, most).length < 2 * (most + 1)) most--;
  const times = timesOf(z, most);
  const n = times.length;
  const aic = regress(z, times, most)
    .left.slice(1)
    .map((sum, p) => n * Math.log(sum / n) + 2 * p);
  return aic.reduce((best, x, p) => (x < aic[best]! ? p : best), 0);
}
// #endregion
