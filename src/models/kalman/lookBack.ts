import { fail } from "../../numerics/check.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";
import type { FilterResult } from "./filter.ts";
import { apply, backward, factor, forward, identityLess, sandwich } from "./kernels.ts";
import { type KalmanModel, rowOf } from "./model.ts";
import type { SmoothResult } from "./smoother.ts";

/**
 * The backward half of `smooth` without its garbage, for figures that smooth at every move of a hand: the same recursion on
 * flat arrays, some ten times as fast. R may have differed from step to step. Throws on a diffuse start: `walkBack` knows it.
 */
export function lookBack({ A, C }: KalmanModel, filtered: FilterResult): SmoothResult {
  if (filtered.diffuseSteps > 0) fail("filtered", "of a proper start", "a diffuse one");
  const { rows: L, cols: n } = filtered.filteredMean;
  const p = C.rows;
  const square = () => new Float64Array(n * n);
  const [At, Lt, N, T, none, said] = [turned(A), square(), square(), square(), square(), square()];
  const [r, s, U] = [new Float64Array(n), new Float64Array(n), new Float64Array(p * p)];
  const mean = zeros(L, n);
  const cov: Matrix[] = [];
  for (let t = L - 1; t >= 0; t--) {
    if (t < L - 1) {
      sandwich(N, At, N, none, T, n); // N ← Aᵀ N A
      apply(s, At, r, n, n);
      r.set(s); //                       r ← Aᵀ r
    }
    const P = filtered.filteredCov[t]!.data;
    const [x, out] = [rowOf(mean, t), square()];
    apply(x, P, r, n, n);
    const from = rowOf(filtered.filteredMean, t);
    for (let i = 0; i < n; i++) x[i]! += from[i]!; //           x + P r
    sandwich(out, P, N, none, T, n);
    for (let i = 0; i < n * n; i++) out[i] = P[i]! - out[i]!; // P − P N P
    cov.push({ rows: n, cols: n, data: out });
    const y = rowOf(filtered.innovations, t);
    if (Number.isNaN(y[0])) continue;
    factor("S", U, filtered.innovationCov[t]!.data, p);
    identityLess(T, filtered.gains[t]!.data, C.data, n, p);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) Lt[j * n + i] = T[i * n + j]!;
    precision(said, C, U);
    sandwich(N, Lt, N, said, T, n); //  N ← Lᵀ N L + Cᵀ S⁻¹ C
    apply(s, Lt, r, n, n);
    slope(r, C, U, y);
    for (let i = 0; i < n; i++) r[i]! += s[i]!; // r ← Lᵀ r + Cᵀ S⁻¹ y
  }
  return { mean, cov: cov.toReversed(), logLikelihood: filtered.logLikelihood };
}

const turned = ({ rows: n, data }: Matrix) =>
  data.map((_, k) => data[(k % n) * n + Math.floor(k / n)]!);

/** r ← Cᵀ S⁻¹ y, with the Cholesky factor U of S. */
function slope(
  r: Float64Array,
  { rows: p, cols: n, data: C }: Matrix,
  U: Float64Array,
  y: Float64Array,
) {
  const z = y.slice();
  forward(U, z, p);
  backward(U, z, p);
  for (let i = 0; i < n; i++) {
    r[i] = 0;
    for (let k = 0; k < p; k++) r[i]! += C[k * n + i]! * z[k]!;
  }
}

/** out ← Cᵀ S⁻¹ C, with the Cholesky factor U of S: WᵀW with W = U⁻¹ C. */
function precision(out: Float64Array, { rows: p, cols: n, data: C }: Matrix, U: Float64Array) {
  const W = new Float64Array(n * p);
  for (let j = 0; j < n; j++) {
    const column = W.subarray(j * p, j * p + p);
    for (let k = 0; k < p; k++) column[k] = C[k * n + j]!;
    forward(U, column, p);
  }
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < p; k++) sum += W[i * p + k]! * W[j * p + k]!;
      out[i * n + j] = sum;
    }
}
