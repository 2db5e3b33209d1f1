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
  for (let i = 1; i < n; i++) reduce(X.data, m, i, 0, i, LU, i * n, 1);
  for (let i = n - 1; i >= 0; i--) {
    reduce(X.data, m, i, i + 1, n, LU, i * n, 1);
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
    reduce(X.data, m, i, 0, i, L.data, i * n, 1);
    for (let j = 0; j < m; j++) X.data[i * m + j]! /= pivot;
  }
  for (let i = n - 1; i >= 0; i--) {
    reduce(X.data, m, i, i + 1, n, L.data, i, n);
    for (let j = 0; j < m; j++) X.data[i * m + j]! /= L.data[i * n + i]!;
  }
  return checkResult("the solution of L Lᵀ X = B", X);
}

/** Throws unless the square matrix is symmetric to 1e-9 of its largest entry. */
export function checkSymmetric(name: string, A: Matrix): Matrix {
  const n = checkSquare(name, A);
  let most = 0;
  for (const x of A.data) most = Math.max(most, Math.abs(x));
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const [low, high] = [A.data[i * n + j]!, A.data[j * n + i]!];
      if (Math.abs(low - high) > 1e-9 * most)
        fail(name, "symmetric", `${low} at (${i}, ${j}) and ${high} at (${j}, ${i})`);
    }
  return A;
}

/** Row i of X less Σ F[at + k stride] × row k, for from ≤ k < to: four columns at a time, their sums in registers. */
function reduce(
  X: Float64Array,
  m: number,
  i: number,
  from: number,
  to: number,
  F: Float64Array,
  at: number,
  stride: number,
): void {
  const row = i * m;
  const tiled = m - (m % 4);
  for (let j = 0; j < tiled; j += 4) {
    let x0 = X[row + j]!;
    let x1 = X[row + j + 1]!;
    let x2 = X[row + j + 2]!;
    let x3 = X[row + j + 3]!;
    for (let k = from; k < to; k++) {
      const factor = F[at + k * stride]!;
      const x = k * m + j;
      x0 -= factor * X[x]!;
      x1 -= factor * X[x + 1]!;
      x2 -= factor * X[x + 2]!;
      x3 -= factor * X[x + 3]!;
    }
    X[row + j] = x0;
    X[row + j + 1] = x1;
    X[row + j + 2] = x2;
    X[row + j + 3] = x3;
  }
  for (let j = tiled; j < m; j++) {
    let x = X[row + j]!;
    for (let k = from; k < to; k++) x -= F[at + k * stride]! * X[k * m + j]!;
    X[row + j] = x;
  }
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
  const { rowMax, colMax } = largest(A);
  let sign = 1;
  let singular = false;
  for (let k = 0; k < n; k++) {
    const p = pivotRow(LU, n, k);
    if (p !== k) {
      sign = -sign;
      exchange(order, k, p, 1);
      exchange(LU, k * n, p * n, n);
    }
    const pivot = LU[k * n + k]!;
    const scale = Math.min(rowMax[order[k]!]!, colMax[k]!);
    if (Math.abs(pivot) <= n * Number.EPSILON * scale) singular = true;
    if (pivot === 0) continue;
    for (let i = k + 1; i < n; i++) subtractRow(LU, n, i, k, pivot);
  }
  return { LU, order, sign, singular };
}

/** The row from k on with the largest entry in column k. */
function pivotRow(LU: Float64Array, n: number, k: number): number {
  let p = k;
  let most = Math.abs(LU[k * n + k]!);
  for (let i = k + 1; i < n; i++) {
    const size = Math.abs(LU[i * n + k]!);
    if (size > most) [p, most] = [i, size];
  }
  return p;
}

/** Row i −= factor × row k right of column k, and the factor itself into column k. */
function subtractRow(LU: Float64Array, n: number, i: number, k: number, pivot: number): void {
  const row = i * n;
  const top = k * n;
  const factor = LU[row + k]! / pivot;
  LU[row + k] = factor;
  for (let j = k + 1; j < n; j++) LU[row + j] = LU[row + j]! - factor * LU[top + j]!;
}

/** Exchanges `count` entries from a on with those from b on. */
function exchange(x: Float64Array | number[], a: number, b: number, count: number): void {
  for (let j = 0; j < count; j++) {
    const kept = x[a + j]!;
    x[a + j] = x[b + j]!;
    x[b + j] = kept;
  }
}

/** The largest magnitude in every row and in every column. */
function largest({ rows, cols, data }: Matrix) {
  const rowMax = new Float64Array(rows);
  const colMax = new Float64Array(cols);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++) {
      const size = Math.abs(data[i * cols + j]!);
      if (size > rowMax[i]!) rowMax[i] = size;
      if (size > colMax[j]!) colMax[j] = size;
    }
  return { rowMax, colMax };
}
