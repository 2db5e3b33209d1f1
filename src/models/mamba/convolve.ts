import type { Real } from "../../numerics/dense.ts";
import type { BlockCache } from "./cache.ts";

/** Mamba's causal convolution, each channel with its own few taps: conv_t = b + Σ_k w_k x_{t − taps + 1 + k}. */
export function tapsForward(
  c: BlockCache,
  w: Real,
  b: Real | undefined,
  taps: number,
  L: number,
): void {
  const { data: y, width: E } = c.conv;
  const { data: x, stride } = c.xPast;
  // #region taps
  for (let t = 0; t < L; t++)
    for (let e = 0; e < E; e++) {
      let sum = b ? b[e]! : 0;
      for (let k = 0, i = t * stride + e; k < taps; k++, i += stride)
        sum += w[e * taps + k]! * x[i]!;
      y[t * E + e] = sum;
    }
  // #endregion
}

/** Its gradients from `dy`: by x written to `dx` (both L × E), by w and b added. */
export function tapsBackward(
  dx: Float64Array,
  dw: Real,
  db: Real | undefined,
  dy: Float64Array,
  c: BlockCache,
  w: Real,
  taps: number,
  L: number,
): void {
  const { width: E } = c.conv;
  const { data: x, stride } = c.xPast;
  for (let e = 0; e < E; e++) {
    let bias = 0;
    for (let t = 0; t < L; t++) {
      bias += dy[t * E + e]!;
      dx[t * E + e] = 0;
    }
    if (db) db[e]! += bias;
    for (let k = 0; k < taps; k++) {
      const weight = w[e * taps + k]!;
      const lag = taps - 1 - k;
      let sum = 0;
      for (let t = 0; t < L; t++) {
        const slope = dy[t * E + e]!;
        sum += slope * x[(t + k) * stride + e]!;
        if (t >= lag) dx[(t - lag) * E + e]! += slope * weight;
      }
      dw[e * taps + k]! += sum;
    }
  }
}

/**
 * S4D as a convolution: y_t = D u_t + Σ_{l ≤ t} K_l u_{t−l} for every channel, from step `from` on; K is L × E. Summed directly: at
 * the lengths that are trained in a page (below a hundred) that takes a fraction of what the block's products take.
 */
export function kernelForward(
  c: BlockCache,
  K: Float64Array,
  D: Real,
  L: number,
  from: number,
): void {
  const { data: u, width: E } = c.u;
  const { y } = c;
  for (let t = from; t < L; t++) {
    for (let e = 0, i = t * E; e < E; e++, i++) y[i] = D[e]! * u[i]!;
    for (let l = 0; l <= t; l++)
      for (let e = 0, k = l * E, i = (t - l) * E; e < E; e++, k++, i++)
        y[t * E + e]! += K[k]! * u[i]!;
  }
}

/** Its gradients from `dy`: by u written, by K and D added. */
export function kernelBackward(
  du: Float64Array,
  dK: Float64Array,
  dD: Real,
  dy: Float64Array,
  c: BlockCache,
  K: Float64Array,
  D: Real,
  L: number,
  from: number,
): void {
  const { data: u, width: E } = c.u;
  du.fill(0, 0, L * E);
  for (let t = from; t < L; t++) {
    for (let e = 0, i = t * E; e < E; e++, i++) {
      du[i]! += D[e]! * dy[i]!;
      dD[e]! += dy[i]! * u[i]!;
    }
    for (let l = 0; l <= t; l++)
      for (let e = 0, k = l * E, i = (t - l) * E; e < E; e++, k++, i++) {
        const slope = dy[t * E + e]!;
        du[i]! += K[k]! * slope;
        dK[k]! += u[i]! * slope;
      }
  }
}
