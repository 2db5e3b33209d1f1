import { Matrix as Dense, QrDecomposition, SingularValueDecomposition } from "ml-matrix";
import { fail } from "../../src/numerics/check.ts";
import { binaryScale, scale } from "../../src/numerics/linalg.ts";
import { checkMatrix, fromRows, type Matrix, toRows } from "../../src/numerics/matrix.ts";

/**
 * QR and SVD by ml-matrix (the JAMA algorithms), behind our own names and our own `Matrix`. The
 * only module of the core with a dependency. Matrices are brought to ordinary size first, since JAMA's loops
 * need not end once a square overflows.
 */

/** A = Q R, for A m×n with m ≥ n: Q m×n with orthonormal columns, R n×n upper triangular. Throws when m < n. */
export function qr(A: Matrix): { Q: Matrix; R: Matrix } {
  checkMatrix("A", A);
  if (A.rows < A.cols) fail("A", "of at least as many rows as columns", `${A.rows}×${A.cols}`);
  const { size, dense } = ordinary(A);
  const found = new QrDecomposition(dense);
  return { Q: ours(found.orthogonalMatrix), R: scale(ours(found.upperTriangularMatrix), size) };
}

/** A = U diag(s) Vᵀ, the singular values falling: U m×r, V n×r with r = min(m, n). */
export function svd(A: Matrix): { U: Matrix; s: Float64Array; V: Matrix } {
  checkMatrix("A", A);
  const { size, dense } = ordinary(A);
  const found = new SingularValueDecomposition(dense, { autoTranspose: true });
  const s = scale(
    { rows: 1, cols: found.diagonal.length, data: Float64Array.from(found.diagonal) },
    size,
  );
  return { U: ours(found.leftSingularVectors), s: s.data, V: ours(found.rightSingularVectors) };
}

/**
 * The number of singular values above `tolerance` times the largest: by default max(m, n) ε, as NumPy's matrix_rank.
 */
export function rank(A: Matrix, tolerance = Math.max(A.rows, A.cols) * Number.EPSILON): number {
  const { s } = svd(A);
  return s.filter((value) => value > tolerance * s[0]!).length;
}

/** A = size × dense, with entries of dense up to 2, and none so small that JAMA divides by what underflowed. */
function ordinary(A: Matrix): { size: number; dense: Dense } {
  const size = binaryScale(A);
  const tame = (x: number) => (Math.abs(x / size) < 1e-150 ? 0 : x / size);
  return { size, dense: new Dense(toRows(A).map((row) => row.map(tame))) };
}

function ours(A: Dense): Matrix {
  return fromRows(A.to2DArray());
}
