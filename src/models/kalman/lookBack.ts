import { fail } from "../../numerics/check.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";
import type { FilterResult } from "./filter.ts";
import { apply, backward, factor, forward, identityLess } from "./kernels.ts";
import { checkMoves, type KalmanModel, rowOf } from "./model.ts";
import type { SmoothResult } from "./smoother.ts";
import { yetToCome } from "./yetToCome.ts";

/**
 * The backward half of `smooth` without its garbage, for figures that smooth at every move of a hand: the same recursion on
 * flat arrays, some ten times as fast. `noises` are the R of each step where it differed, `moves` the transitions, as the
 * filter had them. Throws on a diffuse start: `walkBack` knows it.
 */
export function lookBack(
  model: KalmanModel,
  filtered: FilterResult,
  { noises, moves }: { noises?: readonly Matrix[]; moves?: readonly Matrix[] } = {},
): SmoothResult {
  if (filtered.diffuseSteps > 0) fail("filtered", "of a proper start", "a diffuse one");
  const { C } = model;
  const { rows: L, cols: n } = filtered.filteredMean;
  checkMoves(moves, L, n);
  const p = C.rows;
  const T = new Float64Array(n * n);
  const [r, s, U] = [new Float64Array(n), new Float64Array(n), new Float64Array(p * p)];
  const mean = zeros(L, n);
  const cov: Matrix[] = [];
  const later = yetToCome(model, noises);
  for (let t = L - 1; t >= 0; t--) {
    if (t < L - 1) {
      const A = moves?.[t] ?? model.A;
      back(s, A, r);
      r.set(s); // r ← Aᵀ r
      later.pullBack(A);
    }
    const P = filtered.filteredCov[t]!;
    const [x, from] = [rowOf(mean, t), rowOf(filtered.filteredMean, t)];
    apply(x, P.data, r, n, n);
    for (let i = 0; i < n; i++) x[i]! += from[i]!; // x + P r
    cov.push(t === L - 1 ? P : later.covariance(P, filtered.predictedCov[t + 1]!, cov.at(-1)!));
    const y = rowOf(filtered.innovations, t);
    if (Number.isNaN(y[0])) continue;
    later.takeIn(noises?.[t] ?? model.R);
    factor("S", U, filtered.innovationCov[t]!.data, p);
    identityLess(T, filtered.gains[t]!.data, C.data, n, p);
    back(s, { rows: n, cols: n, data: T }, r);
    slope(r, C, U, y);
    for (let i = 0; i < n; i++) r[i]! += s[i]!; // r ← Lᵀ r + Cᵀ S⁻¹ y
  }
  return { mean, cov: cov.toReversed(), logLikelihood: filtered.logLikelihood };
}

/** s ← Mᵀ r. */
function back(s: Float64Array, { rows: n, data: M }: Matrix, r: Float64Array): void {
  s.fill(0);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) s[j]! += M[i * n + j]! * r[i]!;
}

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
