import { fail } from "./check.ts";
import { checkMatrix, checkSquare, type Matrix, zeros } from "./matrix.ts";
import { checkSymmetric } from "./solve.ts";

/**
 * A pivoted Cholesky factorisation of a positive *semi*definite matrix, on the scale of its correlations:
 * P(order, order) = D L Lᵀ D with D = diag(scale) and L lower trapezoidal, its first `rank` columns not zero.
 */
export interface SemidefiniteFactor {
  readonly L: Matrix;
  readonly order: readonly number[];
  readonly scale: Float64Array;
  readonly rank: number;
}

/** An eigenvalue this far below 0, beside a unit diagonal, is no rounding error. */
const INDEFINITE = 1e-9;

/**
 * Factorises a covariance that may be singular (Higham, Accuracy and Stability of Numerical Algorithms, §10.3).
 * Throws, naming `name`, unless it is square, finite, symmetric to 1e-9 and positive semidefinite to 1e-9 of its diagonal.
 */
export function factorSemidefinite(name: string, P: Matrix): SemidefiniteFactor {
  const n = checkSquare(name, P);
  checkSymmetric(name, P);
  const scale = rootDiagonal(name, P);
  const M = correlation(name, P, scale);
  const L = zeros(n, n);
  const order = Array.from({ length: n }, (_, i) => i);
  let rank = 0;
  for (; rank < n; rank++) {
    const pivot = largestPivot(M, order, rank, n);
    if (M[order[pivot]! * (n + 1)]! <= 16 * n * Number.EPSILON) break;
    [order[rank], order[pivot]] = [order[pivot]!, order[rank]!];
    swapRows(L, rank, pivot, rank);
    eliminate(M, L, order, rank, n);
  }
  for (let i = rank; i < n; i++)
    for (let j = rank; j < n; j++) {
      const left = M[order[i]! * n + order[j]!]!;
      if (i === j ? left < -INDEFINITE : Math.abs(left) > 1e-5)
        fail(name, "positive semidefinite (a covariance)", `a pivot of ${left}`);
    }
  return { L, order, scale, rank };
}

/** Throws unless `P` is an n×n covariance: finite, symmetric, positive semidefinite. Returns it. */
export function checkCovariance(name: string, P: Matrix, n?: number): Matrix {
  checkMatrix(name, P, n, n);
  factorSemidefinite(name, P);
  return P;
}

/** A square root W with W Wᵀ = P of a covariance that may be singular: x = W e has covariance P when e has I. */
export function semidefiniteRoot(name: string, P: Matrix): Matrix {
  const { L, order, scale } = factorSemidefinite(name, P);
  const n = P.rows;
  const W = zeros(n, n);
  for (let i = 0; i < n; i++) {
    const row = order[i]!;
    for (let k = 0; k <= i; k++) W.data[row * n + k] = scale[row]! * L.data[i * n + k]!;
  }
  return W;
}

/**
 * An X with P X = B, for a covariance P that may be singular and B in its range (as for B = P Y). Directions
 * that P does not reach get 0: the gain of a known quantity. Throws as `factorSemidefinite` does.
 */
export function solveSemidefinite(name: string, P: Matrix, B: Matrix): Matrix {
  const { L, order, scale, rank } = factorSemidefinite(name, P);
  const n = P.rows;
  const m = checkMatrix("B", B, n).cols;
  const X = zeros(n, m);
  const x = new Float64Array(rank);
  for (let c = 0; c < m; c++) {
    for (let i = 0; i < rank; i++) {
      let sum = B.data[order[i]! * m + c]! / scale[order[i]!]!;
      for (let k = 0; k < i; k++) sum -= L.data[i * n + k]! * x[k]!;
      x[i] = sum / L.data[i * n + i]!;
    }
    for (let i = rank - 1; i >= 0; i--) {
      let sum = x[i]!;
      for (let k = i + 1; k < rank; k++) sum -= L.data[k * n + i]! * x[k]!;
      x[i] = sum / L.data[i * n + i]!;
    }
    for (let i = 0; i < rank; i++) X.data[order[i]! * m + c] = x[i]! / scale[order[i]!]!;
  }
  return X;
}

function rootDiagonal(name: string, P: Matrix): Float64Array {
  return Float64Array.from({ length: P.rows }, (_, i) => {
    const variance = P.data[i * P.rows + i]!;
    if (variance < 0) fail(`${name}[${i}][${i}]`, "a variance of at least 0", variance);
    return Math.sqrt(variance);
  });
}

function correlation(name: string, P: Matrix, scale: Float64Array): Float64Array {
  const n = P.rows;
  const M = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const [x, unit] = [P.data[i * n + j]!, scale[i]! * scale[j]!];
      if (unit > 0) M[i * n + j] = x / unit;
      else if (x !== 0) fail(`${name}[${i}][${j}]`, "0 beside a variance of 0", x);
    }
  return M;
}

function largestPivot(M: Float64Array, order: number[], from: number, n: number): number {
  let best = from;
  for (let i = from + 1; i < n; i++)
    if (M[order[i]! * (n + 1)]! > M[order[best]! * (n + 1)]!) best = i;
  return best;
}

/** Exchanges the first `width` entries of two rows. */
function swapRows(L: Matrix, a: number, b: number, width: number): void {
  for (let k = 0; k < width; k++) {
    const [x, y] = [L.data[a * L.cols + k]!, L.data[b * L.cols + k]!];
    L.data[a * L.cols + k] = y;
    L.data[b * L.cols + k] = x;
  }
}

/** Column `k` of L, and M less its outer product. */
function eliminate(M: Float64Array, L: Matrix, order: number[], k: number, n: number): void {
  const pivot = Math.sqrt(M[order[k]! * (n + 1)]!);
  L.data[k * n + k] = pivot;
  for (let i = k + 1; i < n; i++) L.data[i * n + k] = M[order[i]! * n + order[k]!]! / pivot;
  for (let i = k + 1; i < n; i++)
    for (let j = k + 1; j < n; j++)
      M[order[i]! * n + order[j]!]! -= L.data[i * n + k]! * L.data[j * n + k]!;
}
