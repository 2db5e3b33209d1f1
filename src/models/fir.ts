import { count, fail, vector } from "../numerics/check.ts";
import { zeros } from "../numerics/matrix.ts";
import { solveSemidefinite } from "../numerics/semidefinite.ts";

/** Filters with a finite kernel W, lag 0 first: y_t = Σ_i W_i u_{t−i}, nothing before the first input. */

// #region filter
/** The outputs of a kernel, as many as inputs. Throws on an empty kernel or one that is not finite. */
export function filter(W: Float64Array, u: Float64Array): Float64Array {
  const k = taps("W", W);
  return vector("u", u).map((_, t) => {
    let y = 0;
    for (let i = Math.min(t, k - 1); i >= 0; i--) y += W[i]! * u[t - i]!;
    return y;
  });
}
// #endregion

/** The same on a circle: what comes before the first input is the last. Throws on an empty kernel or input. */
export function roundFilter(W: Float64Array, u: Float64Array): Float64Array {
  const k = taps("W", W);
  const n = count("the length of u", vector("u", u).length);
  return u.map((_, t) => {
    let y = 0;
    for (let i = 0; i < k; i++) y += W[i]! * u[(((t - i) % n) + n) % n]!;
    return y;
  });
}

// #region series
/** One kernel for a filter after another: their convolution, k₁ + k₂ − 1 taps. */
export function inSeries(first: Float64Array, second: Float64Array): Float64Array {
  const merged = new Float64Array(taps("first", first) + taps("second", second) - 1);
  first.forEach((a, i) => second.forEach((b, j) => (merged[i + j]! += a * b)));
  return merged;
}
// #endregion

// #region parallel
/** One kernel for two filters of the same input whose outputs are added: their sum, as long as the longer one. */
export function inParallel(first: Float64Array, second: Float64Array): Float64Array {
  const length = Math.max(taps("first", first), taps("second", second));
  return Float64Array.from({ length }, (_, i) => (first[i] ?? 0) + (second[i] ?? 0));
}
// #endregion

// #region nearest
/** The kernel of k taps whose outputs on u are nearest to y in least squares; lags that u does not reach get 0. */
export function nearestKernel(u: Float64Array, y: Float64Array, k: number): Float64Array {
  const L = count("the length of u", vector("u", u).length);
  vector("y", y, L);
  const [gram, wanted] = [zeros(count("k", k), k), zeros(k, 1)];
  for (let i = 0; i < k; i++) {
    for (let t = i; t < L; t++) wanted.data[i]! += u[t - i]! * y[t]!;
    for (let j = i; j < k; j++) {
      let sum = 0;
      for (let t = j; t < L; t++) sum += u[t - i]! * u[t - j]!;
      gram.data[i * k + j] = gram.data[j * k + i] = sum;
    }
  }
  return solveSemidefinite("the Gram matrix of u", gram, wanted).data;
}
// #endregion

function taps(name: string, W: Float64Array): number {
  return vector(name, W).length || fail(name, "at least one tap", 0);
}
