import type { ComplexVector } from "../numerics/complex.ts";
import { rank } from "../numerics/decompose.ts";
import { eigenvalues } from "../numerics/eigen.ts";
import { hstack, multiply, normFro, scale, transpose } from "../numerics/linalg.ts";
import { checkMatrix, checkSquare, type Matrix } from "../numerics/matrix.ts";
import type { StateSpace } from "./ssm.ts";

/**
 * What the matrices of a model say before it runs (Kailath, Linear Systems, 1980, section 2.3). Apart from ssm.ts because
 * this needs eigenvalues and singular values, hence a library, and running a model does not.
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
  return krylov(A, B, false);
}

/** [C; CA; …; CA^{n−1}], (n p)×n: what it sends to 0 are the states that outputs never show. Throws on overflow. */
export function observabilityMatrix(A: Matrix, C: Matrix): Matrix {
  checkMatrix("C", C, undefined, checkSquare("A", A));
  return transpose(krylov(transpose(A), transpose(C), false));
}

/**
 * Whether inputs can drive the state anywhere: the controllability matrix, each block A^k B brought to unit size, has
 * rank n, singular values under `tolerance` (1e-12 unless given) of the largest counting as 0.
 */
export function isControllable(A: Matrix, B: Matrix, tolerance = 1e-12): boolean {
  return rank(krylov(A, B, true), tolerance) === A.rows;
}

/** Whether outputs tell every state from every other: (Aᵀ, Cᵀ) is controllable. */
export function isObservable(A: Matrix, C: Matrix, tolerance = 1e-12): boolean {
  checkMatrix("C", C, undefined, checkSquare("A", A));
  return isControllable(transpose(A), transpose(C), tolerance);
}

function krylov(A: Matrix, B: Matrix, unitBlocks: boolean): Matrix {
  const n = checkSquare("A", A);
  checkMatrix("B", B, n);
  const size = normFro(A);
  const step = unitBlocks && size > 0 ? scale(A, 1 / size) : A;
  const blocks = [unitBlocks ? unit(B) : B];
  while (blocks.length < n) {
    const next = multiply(step, blocks.at(-1)!);
    blocks.push(unitBlocks ? unit(next) : next);
  }
  return hstack(...blocks);
}

function unit(M: Matrix): Matrix {
  const size = normFro(M);
  return size > 0 ? scale(M, 1 / size) : M;
}
