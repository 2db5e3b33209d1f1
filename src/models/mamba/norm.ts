import type { Real } from "../../numerics/dense.ts";

/** RMS norm over `count` rows of d numbers: out = w x · factor, factor = 1/√(mean x² + ε) (Zhang & Sennrich 2019). */
export function normForward(
  out: Float64Array,
  factor: Float64Array,
  x: Float64Array,
  w: Real,
  { eps }: { readonly eps: number }, // as a number by itself V8 would box it for every call
  from: number,
  count: number,
  d: number,
): void {
  // #region norm
  for (let l = from; l < count; l++) {
    let sum = 0;
    for (let i = l * d; i < (l + 1) * d; i++) sum += x[i]! * x[i]!;
    const f = 1 / Math.sqrt(sum / d + eps);
    factor[l] = f;
    for (let i = 0; i < d; i++) out[l * d + i] = w[i]! * (x[l * d + i]! * f);
  }
  // #endregion
}

/** Its gradients from `dout`: added to dx and to dw. */
export function normBackward(
  dx: Float64Array,
  dw: Real,
  dout: Float64Array,
  factor: Float64Array,
  x: Float64Array,
  w: Real,
  from: number,
  count: number,
  d: number,
): void {
  for (let l = from; l < count; l++) {
    const f = factor[l]!;
    let along = 0;
    for (let i = 0; i < d; i++) {
      const slope = dout[l * d + i]!;
      const unit = x[l * d + i]! * f;
      dw[i]! += slope * unit;
      along += slope * w[i]! * unit;
    }
    along /= d;
    for (let i = 0; i < d; i++)
      dx[l * d + i]! += f * (dout[l * d + i]! * w[i]! - x[l * d + i]! * f * along);
  }
}
