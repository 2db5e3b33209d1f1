import { fail, finite } from "./check.ts";
import { checkResult } from "./linalg.ts";
import { checkMatrix, checkSquare, identity, type Matrix, zeros } from "./matrix.ts";

/**
 * The X with A X = B, for A n×n and B n×m, by LU with partial pivoting (Golub & Van Loan, Algorithm 3.4.1).
 * Throws, calling A by `name`, when it is singular to working precision.
 */
export function solve(A: Matrix, B: Matrix, name = "A"): Matrix {
  const n = checkSquare(name, A);
  checkMatrix("B", B, n);
  const { LU, order, singular } = factorise(A);
  if (singular) fail(name, "non-singular to working precision", `rank below ${n}`);
  const m = B.cols;
  const X = zeros(n, m);
  for (let i = 0; i < n; i++) X.data.set(B.data.subarray(order[i]! * m, order[i]! * m + m), i * m);
  for (let i = 1; i < n; i++)
    for (let k = 0; k < i; k++) eliminate(X.data, m, i, k, LU[i * n + k]!);
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) eliminate(X.data, m, i, k, LU[i * n + k]!);
    for (let j = 0; j < m; j++) X.data[i * m + j]! /= LU[i * n + i]!;
  }
  return checkResult(`the solution X of ${name} X = B`, X);
}

/** A⁻¹. Throws when A is singular to working precision. Prefer `solve` where the inverse is multiplied on. */
export function inverse(A: Matrix): Matrix {
  return solve(A, identity(checkSquare("A", A)));
}

/** det A, from the LU factors; 0 for a singular matrix. Throws when it is beyond the range of Float64. */
export function determinant(A: Matrix): number {
  const n = checkSquare("A", A);
  const { LU, sign } = factorise(A);
  let det = sign;
  for (let i = 0; i < n; i++) det *= LU[i * n + i]!;
  return finite("the determinant", det) + 0; // never −0
}

/**
 * The lower triangular L with L Lᵀ = A (Golub & Van Loan, Algorithm 4.2.1). Throws unless A is symmetric (to
 * 1e-9 of its largest entry; only the lower half is used) and positive definite, calling A by `name`.
 */
export function cholesky(A: Matrix, name = "A"): Matrix {
  const n = checkSquare(name, A);
  checkSymmetric(name, A);
  const L = zeros(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = A.data[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= L.data[i * n + k]! * L.data[j * n + k]!;
      if (i !== j) L.data[i * n + j] = sum / L.data[j * n + j]!;
      else if (sum > 0) L.data[i * n + i] = Math.sqrt(sum);
      else fail(name, "positive definite", `a pivot of ${sum} in row ${i}`);
    }
  }
  return checkResult(`the Cholesky factor of ${name}`, L);
}

/** The X with L Lᵀ X = B, given the factor L of `cholesky`. Throws when a diagonal entry of L is not above 0. */
export function choleskySolve(L: Matrix, B: Matrix): Matrix {
  const n = checkSquare("L", L);
  checkMatrix("B", B, n);
  const m = B.cols;
  const X: Matrix = { rows: n, cols: m, data: B.data.slice() };
  for (let i = 0; i < n; i++) {
    const pivot = L.data[i * n + i]!;
    if (!(pivot > 0)) fail(`L.data[${i * n + i}]`, "above 0", pivot);
    for (let k = 0; k < i; k++) eliminate(X.data, m, i, k, L.data[i * n + k]!);
    for (let j = 0; j < m; j++) X.data[i * m + j]! /= pivot;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) eliminate(X.data, m, i, k, L.data[k * n + i]!);
    for (let j = 0; j < m; j++) X.data[i * m + j]! /= L.data[i * n + i]!;
  }
  return checkResult("the solution of L Lᵀ X = B", X);
}

/** Throws unless the square matrix is symmetric to 1e-9 of its largest entry. */
export function checkSymmetric(name: string, A: Matrix): Matrix {
  const n = checkSquare(name, A);
  let largest = 0;
  for (const x of A.data) largest = Math.max(largest, Math.abs(x));
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const [low, high] = [A.data[i * n + j]!, A.data[j * n + i]!];
      if (Math.abs(low - high) > 1e-9 * largest)
        fail(name, "symmetric", `${low} at (${i}, ${j}) and ${high} at (${j}, ${i})`);
    }
  return A;
}

/** row i of X −= factor · row k. */
function eliminate(X: Float64Array, m: number, i: number, k: number, factor: number): void {
  if (factor !== 0) for (let j = 0; j < m; j++) X[i * m + j]! -= factor * X[k * m + j]!;
}

interface Factors {
  /** L below the diagonal (its unit diagonal implied), U on and above. */
  LU: Float64Array;
  /** Row i of the factors is row order[i] of A. */
  order: number[];
  /** The sign of that permutation. */
  sign: number;
  /** Whether a pivot vanished beside the entries of A in its row and in its column. */
  singular: boolean;
}

function factorise(A: Matrix): Factors {
  const n = A.rows;
  const LU = A.data.slice();
  const order = Array.from({ length: n }, (_, i) => i);
  const rowMax = order.map((i) => largest(A.data, i * n, 1, n));
  const colMax = order.map((j) => largest(A.data, j, n, n));
  let sign = 1;
  let singular = false;
  for (let k = 0; k < n; k++) {
    let p = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(LU[i * n + k]!) > Math.abs(LU[p * n + k]!)) p = i;
    if (p !== k) {
      sign = -sign;
      [order[k], order[p]] = [order[p]!, order[k]!];
      for (let j = 0; j < n; j++) {
        const kept = LU[k * n + j]!;
        LU[k * n + j] = LU[p * n + j]!;
        LU[p * n + j] = kept;
      }
    }
    const pivot = LU[k * n + k]!;
    const scale = Math.min(rowMax[order[k]!]!, colMax[k]!);
    if (Math.abs(pivot) <= n * Number.EPSILON * scale) singular = true;
    if (pivot === 0) continue;
    for (let i = k + 1; i < n; i++) {
      const factor = (LU[i * n + k]! /= pivot);
      if (factor !== 0) for (let j = k + 1; j < n; j++) LU[i * n + j]! -= factor * LU[k * n + j]!;
    }
  }
  return { LU, order, sign, singular };
}

function largest(data: Float64Array, start: number, stride: number, n: number): number {
  let most = 0;
  for (let i = 0; i < n; i++) most = Math.max(most, Math.abs(data[start + i * stride]!));
  return most;
}
