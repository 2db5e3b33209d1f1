import { fail } from "../../numerics/check.ts";

/**
 * Small products on flat row-major arrays, in place, for the loop that runs on every frame. Nothing is checked here.
 */

/**
 * out ← A P Aᵀ + Q, all n×n, P symmetric; exactly symmetric, since one half is mirrored on the other. T is a buffer of
 * n×n; `out` may be P itself.
 */
export function sandwich(
  out: Float64Array,
  A: Float64Array,
  P: Float64Array,
  Q: Float64Array,
  T: Float64Array,
  n: number,
): void {
  turn(out, A, P, T, n);
  for (let i = 0; i < n; i++)
    for (let low = i * n, high = i; low <= i * n + i; low++, high += n)
      out[high] = out[low] = out[low]! + Q[low]!;
}

/**
 * P ← L P Lᵀ + K R Kᵀ with L = I − K C, for one measurement: Joseph's form, exactly symmetric. `L` is left as said; T is a
 * buffer of n×n.
 */
export function josephOne(
  P: Float64Array,
  K: Float64Array,
  C: Float64Array,
  R: number,
  L: Float64Array,
  T: Float64Array,
  n: number,
): void {
  for (let i = 0, k = 0; i < n; i++) {
    const gain = K[i]!;
    for (let j = 0; j < n; j++, k++) L[k] = -gain * C[j]!;
    L[i * n + i]! += 1;
  }
  turn(P, L, P, T, n);
  for (let i = 0; i < n; i++) {
    const weight = K[i]! * R;
    for (let j = 0, k = i * n; j <= i; j++, k++) P[j * n + i] = P[k] = P[k]! + weight * K[j]!;
  }
}

/** The half of A P Aᵀ on and below the diagonal, to `out`; what stands above it is of no use. */
export function turn(
  out: Float64Array,
  A: Float64Array,
  P: Float64Array,
  T: Float64Array,
  n: number,
): void {
  if (n === 2) return turnTwo(out, A, P);
  if (n < 4 || (n > 8 && isSparse(A, n * n))) return sandwichAny(out, A, P, null, T, n, n);
  square(A, P, T, n, n);
  transposeInPlace(T, n);
  square(A, T, out, n, 2);
}

/** Two states, the favourite of every example, written out. */
function turnTwo(out: Float64Array, A: Float64Array, P: Float64Array): void {
  const a = A[0]!;
  const b = A[1]!;
  const c = A[2]!;
  const d = A[3]!;
  const p = P[0]!;
  const q = P[2]!;
  const r = P[3]!;
  const v = c * p + d * q;
  const w = c * q + d * r;
  out[0] = (a * p + b * q) * a + (a * q + b * r) * b;
  out[2] = v * a + w * b;
  out[3] = v * c + w * d;
}

/**
 * C ← A B, all n×n, C neither A nor B; in row i at least to column i + `beyond`. The tiles of `product` in numerics/linalg, written into the loop: at this size their
 * calls cost more than their sums.
 */
function square(
  A: Float64Array,
  B: Float64Array,
  C: Float64Array,
  n: number,
  beyond: number,
): void {
  const tiled = n & ~3;
  for (let i = 0; i + 1 < n; i += 2) {
    const end = Math.min(tiled, i + beyond);
    for (let j = 0; j < end; j += 4) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let t0 = 0;
      let t1 = 0;
      let t2 = 0;
      let t3 = 0;
      for (let a = i * n, b = j; a < i * n + n; a++, b += n) {
        const x = A[a]!;
        const y = A[a + n]!;
        const b0 = B[b]!;
        const b1 = B[b + 1]!;
        const b2 = B[b + 2]!;
        const b3 = B[b + 3]!;
        s0 += x * b0;
        s1 += x * b1;
        s2 += x * b2;
        s3 += x * b3;
        t0 += y * b0;
        t1 += y * b1;
        t2 += y * b2;
        t3 += y * b3;
      }
      const c = i * n + j;
      C[c] = s0;
      C[c + 1] = s1;
      C[c + 2] = s2;
      C[c + 3] = s3;
      C[c + n] = t0;
      C[c + n + 1] = t1;
      C[c + n + 2] = t2;
      C[c + n + 3] = t3;
    }
  }
  if (tiled < n) dots(A, B, C, n, 0, n, tiled);
  if (n % 2 === 1) dots(A, B, C, n, n - 1, n, 0);
}

/** Rows `top` … `bottom` − 1 and columns from `left` of A B, entry by entry. */
function dots(
  A: Float64Array,
  B: Float64Array,
  C: Float64Array,
  n: number,
  top: number,
  bottom: number,
  left: number,
): void {
  for (let i = top; i < bottom; i++)
    for (let j = left; j < n; j++) {
      let sum = 0;
      for (let a = i * n, b = j; b < n * n; a++, b += n) sum += A[a]! * B[b]!;
      C[i * n + j] = sum;
    }
}

function transposeInPlace(T: Float64Array, n: number): void {
  for (let i = 1; i < n; i++)
    for (let low = i * n, high = i; low < i * n + i; low++, high += n) {
      const x = T[low]!;
      T[low] = T[high]!;
      T[high] = x;
    }
}

/** Fewer than a third of the entries are not 0, as in a trend or a seasonal. */
function isSparse(A: Float64Array, length: number): boolean {
  let allowed = Math.floor(length / 3);
  for (let i = 0; i < length; i++) if (A[i] !== 0 && --allowed < 0) return false;
  return true;
}

/**
 * out ← A P Aᵀ + Q (Q left out when null) for A m×n, out m×m, with zeros of A skipped; T (m×n) is left holding A P.
 */
export function sandwichAny(
  out: Float64Array,
  A: Float64Array,
  P: Float64Array,
  Q: Float64Array | null,
  T: Float64Array,
  m: number,
  n: number,
): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) T[i * n + j] = 0;
    for (let k = 0; k < n; k++) {
      const a = A[i * n + k]!;
      if (a !== 0) for (let j = 0; j < n; j++) T[i * n + j]! += a * P[k * n + j]!;
    }
  }
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) out[i * m + j] = Q === null ? 0 : Q[i * m + j]!;
    for (let k = 0; k < n; k++) {
      const a = A[i * n + k]!;
      if (a !== 0) for (let j = 0; j <= i; j++) out[i * m + j]! += a * T[j * n + k]!;
    }
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
