import { fail } from "../../numerics/check.ts";

/**
 * Small dense products on flat row-major arrays, in place, for the loop that runs on every frame. Nothing is
 * checked here. Zeros of the left factor are skipped: the models of a course are mostly zeros.
 */

/** T ← A P, for A m×n and P n×n. */
export function times(T: Float64Array, A: Float64Array, P: Float64Array, m: number, n: number) {
  for (let i = 0; i < m; i++) {
    const row = i * n;
    for (let j = 0; j < n; j++) T[row + j] = 0;
    for (let k = 0; k < n; k++) {
      const a = A[row + k]!;
      if (a === 0) continue;
      const source = k * n;
      for (let j = 0; j < n; j++) T[row + j]! += a * P[source + j]!;
    }
  }
}

/**
 * out ← A P Aᵀ + Q (Q left out when null), for A m×n, P n×n symmetric; exactly symmetric, since one half is computed
 * and mirrored. T (m×n) is left holding A P. `out` may be P itself.
 */
export function sandwich(
  out: Float64Array,
  A: Float64Array,
  P: Float64Array,
  Q: Float64Array | null,
  T: Float64Array,
  m: number,
  n: number,
) {
  times(T, A, P, m, n);
  for (let i = 0; i < m; i++)
    for (let j = 0; j <= i; j++) out[i * m + j] = Q === null ? 0 : Q[i * m + j]!;
  for (let i = 0; i < m; i++)
    for (let k = 0; k < n; k++) {
      const a = A[i * n + k]!;
      if (a === 0) continue;
      for (let j = 0; j <= i; j++) out[i * m + j]! += a * T[j * n + k]!;
    }
  for (let i = 1; i < m; i++) for (let j = 0; j < i; j++) out[j * m + i] = out[i * m + j]!;
}

/** y ← A x, for A m×n; y must not be x. */
export function apply(y: Float64Array, A: Float64Array, x: Float64Array, m: number, n: number) {
  for (let i = 0; i < m; i++) {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += A[i * n + k]! * x[k]!;
    y[i] = sum;
  }
}

/** L ← I − K C, for K n×p and C p×n. */
export function identityLess(
  L: Float64Array,
  K: Float64Array,
  C: Float64Array,
  n: number,
  p: number,
) {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let sum = i === j ? 1 : 0;
      for (let k = 0; k < p; k++) sum -= K[i * p + k]! * C[k * n + j]!;
      L[i * n + j] = sum;
    }
}

/** U ← the lower Cholesky factor of S, p×p. Throws, with `name`, unless S is finite and positive definite. */
export function factor(name: string, U: Float64Array, S: Float64Array, p: number) {
  for (let i = 0; i < p; i++)
    for (let j = 0; j <= i; j++) {
      let sum = S[i * p + j]!;
      for (let k = 0; k < j; k++) sum -= U[i * p + k]! * U[j * p + k]!;
      if (i !== j) U[i * p + j] = sum / U[j * p + j]!;
      else if (sum > 0 && sum < Infinity) U[i * p + i] = Math.sqrt(sum);
      else fail(name, "finite and positive definite", `a pivot of ${sum}`);
    }
}

/** x ← U⁻¹ x for a lower triangular U, p×p. */
export function forward(U: Float64Array, x: Float64Array, p: number) {
  for (let i = 0; i < p; i++) {
    let sum = x[i]!;
    for (let k = 0; k < i; k++) sum -= U[i * p + k]! * x[k]!;
    x[i] = sum / U[i * p + i]!;
  }
}

/** x ← U⁻ᵀ x for a lower triangular U, p×p. */
export function backward(U: Float64Array, x: Float64Array, p: number) {
  for (let i = p - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < p; k++) sum -= U[k * p + i]! * x[k]!;
    x[i] = sum / U[i * p + i]!;
  }
}
