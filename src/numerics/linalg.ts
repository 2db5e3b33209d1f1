import { allFinite } from "./allFinite.ts";
import { fail, finite, vector } from "./check.ts";
import { checkMatrix, type Matrix, zeros } from "./matrix.ts";

/**
 * Dense products and sums. Shapes are checked on entry and the result on exit: a NaN or an infinity in an
 * argument, or a product beyond the range of Float64, throws with the argument's name instead of leaving.
 */

/** A B, for A m×k and B k×n. Throws unless the shapes fit and the result is finite. */
export function multiply(A: Matrix, B: Matrix): Matrix {
  if (A.cols !== B.rows) fail("B", `a matrix of ${A.cols} rows to follow A`, shape(B));
  const C = zeros(A.rows, B.cols);
  product(A.data, B.data, C.data, A.rows, A.cols, B.cols);
  return checkResult("A B", C, A, B);
}

/**
 * C ← A B on flat row-major arrays, nothing checked: the inner loop of `multiply`, for callers that reuse
 * their buffers. Works on 2×4 tiles of C, whose eight sums stay in registers. C must be neither A nor B.
 */
export function product(
  A: Float64Array,
  B: Float64Array,
  C: Float64Array,
  m: number,
  k: number,
  n: number,
): void {
  const even = m - (m % 2);
  const tiled = n - (n % 4);
  for (let i = 0; i < even; i += 2) {
    for (let j = 0; j < tiled; j += 4) tile(A, B, C, k, n, i, j);
    for (let j = tiled; j < n; j++) {
      C[i * n + j] = dot(A, B, k, n, i, j);
      C[(i + 1) * n + j] = dot(A, B, k, n, i + 1, j);
    }
  }
  if (even < m) for (let j = 0; j < n; j++) C[even * n + j] = dot(A, B, k, n, even, j);
}

function dot(A: Float64Array, B: Float64Array, k: number, n: number, i: number, j: number): number {
  let sum = 0;
  for (let l = 0, a = i * k, b = j; l < k; l++, b += n) sum += A[a + l]! * B[b]!;
  return sum;
}

function tile(
  A: Float64Array,
  B: Float64Array,
  C: Float64Array,
  k: number,
  n: number,
  i: number,
  j: number,
): void {
  let c00 = 0;
  let c01 = 0;
  let c02 = 0;
  let c03 = 0;
  let c10 = 0;
  let c11 = 0;
  let c12 = 0;
  let c13 = 0;
  const end = i * k + k;
  for (let a = i * k, b = j; a < end; a++, b += n) {
    const a0 = A[a]!;
    const a1 = A[a + k]!;
    const b0 = B[b]!;
    const b1 = B[b + 1]!;
    const b2 = B[b + 2]!;
    const b3 = B[b + 3]!;
    c00 += a0 * b0;
    c01 += a0 * b1;
    c02 += a0 * b2;
    c03 += a0 * b3;
    c10 += a1 * b0;
    c11 += a1 * b1;
    c12 += a1 * b2;
    c13 += a1 * b3;
  }
  const c = i * n + j;
  C[c] = c00;
  C[c + 1] = c01;
  C[c + 2] = c02;
  C[c + 3] = c03;
  C[c + n] = c10;
  C[c + n + 1] = c11;
  C[c + n + 2] = c12;
  C[c + n + 3] = c13;
}

/** A x, for A m×n and x of length n. Throws unless the shapes fit and the result is finite. */
export function matvec(A: Matrix, x: Float64Array): Float64Array {
  if (x.length !== A.cols) fail("x", `a vector of length ${A.cols}`, `length ${x.length}`);
  const y = new Float64Array(A.rows);
  for (let i = 0; i < A.rows; i++) y[i] = dot(A.data, x, A.cols, 1, i, 0);
  if (allFinite(y)) return y;
  checkMatrix("A", A);
  vector("x", x);
  return fail("A x", "within the range of Float64", "an overflow");
}

/** Aᵀ. */
export function transpose(A: Matrix): Matrix {
  const T = zeros(A.cols, A.rows);
  for (let i = 0; i < A.rows; i++)
    for (let j = 0; j < A.cols; j++) T.data[j * A.rows + i] = A.data[i * A.cols + j]!;
  return checkResult("the transpose", T, A);
}

/** A + B, of one shape. */
export function add(A: Matrix, B: Matrix): Matrix {
  const C = alike(A, B);
  for (let i = 0; i < C.data.length; i++) C.data[i] = A.data[i]! + B.data[i]!;
  return checkResult("A + B", C, A, B);
}

/** A − B, of one shape. */
export function subtract(A: Matrix, B: Matrix): Matrix {
  const C = alike(A, B);
  for (let i = 0; i < C.data.length; i++) C.data[i] = A.data[i]! - B.data[i]!;
  return checkResult("A − B", C, A, B);
}

/** s A. */
export function scale(A: Matrix, s: number): Matrix {
  finite("s", s);
  const C = zeros(A.rows, A.cols);
  for (let i = 0; i < C.data.length; i++) C.data[i] = s * A.data[i]!;
  return checkResult("s A", C, A);
}

/** x yᵀ, the rank-one matrix of shape x.length × y.length. */
export function outer(x: Float64Array, y: Float64Array): Matrix {
  const C = zeros(x.length, y.length);
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < y.length; j++) C.data[i * y.length + j] = x[i]! * y[j]!;
  return checkResult("x yᵀ", C);
}

/** ½(A + Aᵀ): removes the asymmetry that rounding leaves in a covariance. Throws unless A is square. */
export function symmetrise(A: Matrix): Matrix {
  const n = square(A);
  const S = zeros(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++)
      S.data[i * n + j] = S.data[j * n + i] = 0.5 * A.data[i * n + j]! + 0.5 * A.data[j * n + i]!;
  return checkResult("½(A + Aᵀ)", S, A);
}

/** The sum of the diagonal. Throws unless A is square. */
export function trace(A: Matrix): number {
  const n = square(A);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += A.data[i * n + i]!;
  return finite("the trace", sum);
}

/** The matrices side by side; all must have the same number of rows. */
export function hstack(...parts: Matrix[]): Matrix {
  return block([parts]);
}

/** A matrix from a grid of blocks: equal rows along a grid row, equal total width for every grid row. */
export function block(grid: Matrix[][]): Matrix {
  const widths = grid.map((row) => row.reduce((sum, part) => sum + part.cols, 0));
  const M = zeros(
    grid.reduce((sum, row) => sum + (row[0]?.rows ?? 0), 0),
    widths[0] ?? 0,
  );
  let top = 0;
  grid.forEach((row, r) => {
    if (widths[r] !== M.cols) fail(`grid[${r}]`, `${M.cols} columns wide`, `${widths[r]} columns`);
    let left = 0;
    row.forEach((part, c) => {
      if (part.rows !== row[0]!.rows)
        fail(`grid[${r}][${c}]`, `of ${row[0]!.rows} rows`, shape(part));
      for (let i = 0; i < part.rows; i++) {
        const source = part.data.subarray(i * part.cols, (i + 1) * part.cols);
        M.data.set(source, (top + i) * M.cols + left);
      }
      left += part.cols;
    });
    top += row[0]!.rows;
  });
  return checkResult("grid", M);
}

/** ‖A‖∞, the largest row sum of magnitudes. */
export function normInf(A: Matrix): number {
  let norm = 0;
  for (let i = 0; i < A.rows; i++) {
    let sum = 0;
    for (let j = 0; j < A.cols; j++) sum += Math.abs(A.data[i * A.cols + j]!);
    if (!(sum <= norm)) norm = sum;
  }
  return finite("‖A‖∞", norm);
}

/** ‖A‖_F, the root of the sum of squares, safe from overflow on the way. */
export function normFro(A: Matrix): number {
  let largest = 0;
  for (const x of A.data) if (!(Math.abs(x) <= largest)) largest = Math.abs(x);
  if (largest === 0) return 0;
  let sum = 0;
  for (const x of A.data) sum += (x / largest) ** 2;
  return finite("‖A‖_F", largest * Math.sqrt(sum));
}

/** The power of two that brings the largest entry of A, divided by it, to [1, 2); 1 for a matrix of zeros. */
export function binaryScale(A: Matrix): number {
  let largest = 0;
  for (const x of A.data) largest = Math.max(largest, Math.abs(x));
  return largest === 0 ? 1 : 2 ** Math.max(-1022, Math.floor(Math.log2(largest)));
}

/**
 * Returns `result` if all its entries are finite; otherwise throws, blaming the first argument (called A, B…)
 * that is not, or the size of the result when all arguments are.
 */
export function checkResult(what: string, result: Matrix, ...args: Matrix[]): Matrix {
  if (allFinite(result.data)) return result;
  args.forEach((arg, i) => checkMatrix("AB"[i] ?? `argument ${i}`, arg));
  return fail(
    what,
    "finite, within the range of Float64",
    result.data.find((x) => !Number.isFinite(x)),
  );
}

function alike(A: Matrix, B: Matrix): Matrix {
  if (A.rows !== B.rows || A.cols !== B.cols) fail("B", `${shape(A)} like A`, shape(B));
  return zeros(A.rows, A.cols);
}

function square(A: Matrix): number {
  return A.rows === A.cols ? A.rows : fail("A", "square", shape(A));
}

function shape(A: Matrix): string {
  return `${A.rows}×${A.cols}`;
}
