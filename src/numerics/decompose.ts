import {
  EigenvalueDecomposition,
  Matrix as Dense,
  QrDecomposition,
  SingularValueDecomposition,
} from "ml-matrix";
import type { ComplexVector } from "./complex.ts";
import { checkMatrix, checkSquare, fromRows, type Matrix, toRows } from "./matrix.ts";

/**
 * General eigenvalues, QR and SVD by ml-matrix (the JAMA algorithms), behind our own names and our own `Matrix`. The
 * only module of the core with a dependency.
 */

/** The eigenvalues of any square matrix, by falling real part, then falling imaginary part. */
export function generalEigenvalues(A: Matrix): ComplexVector {
  const n = checkSquare("A", A);
  const { realEigenvalues: re, imaginaryEigenvalues: im } = new EigenvalueDecomposition(dense(A));
  const order = Array.from({ length: n }, (_, i) => i);
  order.sort((i, j) => re[j]! - re[i]! || im[j]! - im[i]!);
  return {
    re: Float64Array.from(order, (i) => re[i]!),
    im: Float64Array.from(order, (i) => im[i]!),
  };
}

/** A = Q R, for A m×n with m ≥ n: Q m×n with orthonormal columns, R n×n upper triangular. */
export function qr(A: Matrix): { Q: Matrix; R: Matrix } {
  checkMatrix("A", A);
  const found = new QrDecomposition(dense(A));
  return { Q: ours(found.orthogonalMatrix), R: ours(found.upperTriangularMatrix) };
}

/** A = U diag(s) Vᵀ, the singular values falling: U m×r, V n×r with r = min(m, n). */
export function svd(A: Matrix): { U: Matrix; s: Float64Array; V: Matrix } {
  checkMatrix("A", A);
  const found = new SingularValueDecomposition(dense(A), { autoTranspose: true });
  return {
    U: ours(found.leftSingularVectors),
    s: Float64Array.from(found.diagonal),
    V: ours(found.rightSingularVectors),
  };
}

/**
 * The number of singular values above `tolerance` times the largest: by default max(m, n) ε, as NumPy's matrix_rank.
 */
export function rank(A: Matrix, tolerance = Math.max(A.rows, A.cols) * Number.EPSILON): number {
  const { s } = svd(A);
  return s.filter((value) => value > tolerance * s[0]!).length;
}

function dense(A: Matrix): Dense {
  return new Dense(toRows(A));
}

function ours(A: Dense): Matrix {
  return fromRows(A.to2DArray());
}
