import { count, fail, positive, vector } from "../../numerics/check.ts";
import { checkMatrix, zeros, type Matrix } from "../../numerics/matrix.ts";
import { cholesky, choleskySolve } from "../../numerics/solve.ts";

/** A stretch of states to read from: row i is what was held at step `from` + i of `u`. */
export interface Stretch {
  readonly states: Matrix;
  readonly u: Float64Array;
  readonly from: number;
}

/** What a fit needs of the states, made once for all lags: the Cholesky factor of XᵀX + λI. */
export interface Fitted {
  readonly stretch: Stretch;
  readonly factor: Matrix;
  readonly lambda: number;
}

// #region fit
/** Prepares ridge least squares on a stretch: λ is `ridge` of the mean energy of a state. */
export function prepare(stretch: Stretch, ridge: number): Fitted {
  const { rows: T, cols: N, data } = checkMatrix("states", stretch.states);
  const G = gram(data, T, N);
  let trace = 0;
  for (let i = 0; i < N; i++) {
    trace += G.data[i * N + i]!;
    for (let j = 0; j < i; j++) G.data[j * N + i] = G.data[i * N + j]!;
  }
  const lambda = (positive("ridge", ridge) * trace) / N || 1;
  for (let i = 0; i < N; i++) G.data[i * N + i]! += lambda;
  return { stretch, factor: cholesky(G, "XᵀX + λI"), lambda };
}

/** The read-outs of u(t − d) for each lag d of `lags`, N×lags: w = (XᵀX + λI)⁻¹ Xᵀ u(t − d). */
export function readOuts({ stretch, factor }: Fitted, lags: readonly number[]): Matrix {
  const { rows: T, cols: N, data } = stretch.states;
  const m = count("the number of lags", lags.length);
  const right = zeros(N, m);
  const sum = new Float64Array(N);
  lags.forEach((d, k) => {
    if (d > stretch.from) fail("lag", `at most ${stretch.from}`, d);
    sum.fill(0);
    for (let t = 0, at = 0; t < T; t++) {
      const wanted = stretch.u[stretch.from + t - d]!;
      for (let i = 0; i < N; i++) sum[i]! += data[at++]! * wanted;
    }
    for (let i = 0; i < N; i++) right.data[i * m + k] = sum[i]!;
  });
  return choleskySolve(factor, right);
}
// #endregion

/** XᵀX, its lower half filled: four rows of X at a time, for fewer trips to memory. */
function gram(X: Float64Array, T: number, N: number): Matrix {
  const G = zeros(N, N);
  const four = T - (T % 4);
  for (let t = 0; t < T; t += t < four ? 4 : 1) {
    const at = t * N;
    const step = t < four ? N : 0;
    for (let i = 0; i < N; i++) {
      const x0 = X[at + i]!;
      const x1 = step ? X[at + N + i]! : 0;
      const x2 = step ? X[at + 2 * N + i]! : 0;
      const x3 = step ? X[at + 3 * N + i]! : 0;
      for (let j = 0, g = i * N, k = at; j <= i; j++, g++, k++)
        G.data[g]! +=
          x0 * X[k]! + x1 * X[k + step]! + x2 * X[k + 2 * step]! + x3 * X[k + 3 * step]!;
    }
  }
  return G;
}

/** The read-out of anything else that is wanted, one number a row of the states; N×1. */
export function readOutOf({ stretch, factor }: Fitted, wanted: Float64Array): Matrix {
  const { rows: T, cols: N, data } = stretch.states;
  vector("wanted", wanted, T);
  const right = zeros(N, 1);
  for (let t = 0; t < T; t++)
    for (let i = 0; i < N; i++) right.data[i]! += data[t * N + i]! * wanted[t]!;
  return choleskySolve(factor, right);
}

/** What column k of the read-outs says over a stretch. */
export function recalled(W: Matrix, k: number, { rows: T, cols: N, data }: Matrix): Float64Array {
  const w = Float64Array.from({ length: N }, (_, i) => W.data[i * W.cols + k]!);
  const out = new Float64Array(T);
  for (let t = 0, at = 0; t < T; t++) {
    let sum = 0;
    for (let i = 0; i < N; i++) sum += w[i]! * data[at++]!;
    out[t] = sum;
  }
  return out;
}

/** u(t − d) along a stretch. Throws where that is before the signal begins. */
export function wantedOn({ states, u, from }: Stretch, d: number): Float64Array {
  if (!(d >= 0 && d <= from)) fail("lag", `from 0 to ${from}`, d);
  return u.subarray(from - d, from - d + states.rows);
}

/** ‖said − wanted‖ / ‖wanted‖: 0 is exact, 1 as bad as saying 0 always; no number where nothing is wanted. */
export function relativeError(said: Float64Array, wanted: Float64Array): number {
  let [off, size] = [0, 0];
  for (let t = 0; t < wanted.length; t++) {
    off += (said[t]! - wanted[t]!) ** 2;
    size += wanted[t]! ** 2;
  }
  return size === 0 ? NaN : Math.sqrt(off / size);
}
