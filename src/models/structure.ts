import type { ComplexVector } from "../numerics/complex.ts";
import { eigenvalues } from "../numerics/eigen.ts";
import { hstack, matvec, multiply, normFro, transpose } from "../numerics/linalg.ts";
import { checkMatrix, checkSquare, type Matrix } from "../numerics/matrix.ts";
import type { StateSpace } from "./ssm.ts";

/**
 * What the matrices of a model say before it runs (Kailath, Linear Systems, 1980, section 2.3). Apart from ssm.ts because
 * eigenvalues need a library and running a model does not.
 */

/** The poles: the eigenvalues of A, ordered as `eigenvalues` does. The model is stable when all lie inside the unit circle. */
export function poles({ A }: Pick<StateSpace, "A">): ComplexVector {
  return eigenvalues(A);
}

/** max |λ| over the poles: below 1, every memory fades; above 1, some grows. */
export function spectralRadius(A: Matrix): number {
  const { re, im } = eigenvalues(A);
  return re.reduce((most, x, i) => Math.max(most, Math.hypot(x, im[i]!)), 0);
}

/** [B, AB, …, A^{n−1}B], n×(n m): its columns span the states that inputs can reach from 0. Throws on overflow. */
export function controllabilityMatrix(A: Matrix, B: Matrix): Matrix {
  return krylov(A, B);
}

/** [C; CA; …; CA^{n−1}], (n p)×n: what it sends to 0 are the states that outputs never show. Throws on overflow. */
export function observabilityMatrix(A: Matrix, C: Matrix): Matrix {
  checkMatrix("C", C, undefined, checkSquare("A", A));
  return transpose(krylov(transpose(A), transpose(C)));
}

/**
 * Whether inputs can drive the state anywhere. The space they reach is grown one orthonormal direction at a time from the
 * columns of B by A (the staircase of Van Dooren, IEEE Trans. Automatic Control 26, 1981); a direction counts when more than
 * `tolerance` of ‖B‖ or ‖A‖ leads into it. The rank of the controllability matrix says the same but for rounding.
 */
export function isControllable(A: Matrix, B: Matrix, tolerance = 1e-12): boolean {
  const n = checkSquare("A", A);
  const m = checkMatrix("B", B, n).cols;
  const [sizeA, sizeB] = [normFro(A), normFro(B)];
  if (sizeB === 0) return false;
  const basis: Float64Array[] = [];
  const queue = Array.from({ length: m }, (_, j) =>
    Float64Array.from({ length: n }, (_, i) => B.data[i * m + j]! / sizeB),
  );
  for (let v = queue.shift(); v && basis.length < n; v = queue.shift()) {
    const direction = orthogonalise(v, basis);
    const size = length(direction);
    if (!(size > tolerance)) continue;
    const q = direction.map((x) => x / size);
    basis.push(q);
    if (sizeA > 0) queue.push(matvec(A, q).map((x) => x / sizeA));
  }
  return basis.length === n;
}

/** Whether outputs tell every state from every other: (Aᵀ, Cᵀ) is controllable. */
export function isObservable(A: Matrix, C: Matrix, tolerance = 1e-12): boolean {
  checkMatrix("C", C, undefined, checkSquare("A", A));
  return isControllable(transpose(A), transpose(C), tolerance);
}

function krylov(A: Matrix, B: Matrix): Matrix {
  const n = checkSquare("A", A);
  checkMatrix("B", B, n);
  const blocks = [B];
  while (blocks.length < n) blocks.push(multiply(A, blocks.at(-1)!));
  return hstack(...blocks);
}

/** v less its components along an orthonormal basis; twice, since once leaves rounding behind. */
function orthogonalise(v: Float64Array, basis: Float64Array[]): Float64Array {
  const rest = v.slice();
  for (let pass = 0; pass < 2; pass++)
    for (const q of basis) {
      const along = q.reduce((sum, x, i) => sum + x * rest[i]!, 0);
      q.forEach((x, i) => (rest[i]! -= along * x));
    }
  return rest;
}

function length(v: Float64Array): number {
  return Math.hypot(...v);
}
