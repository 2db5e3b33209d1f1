import { add, multiply, subtract, transpose } from "../../numerics/linalg.ts";
import { identity, type Matrix } from "../../numerics/matrix.ts";
import { solveSemidefinite } from "../../numerics/semidefinite.ts";
import { congruence } from "./evidence.ts";
import type { KalmanModel } from "./model.ts";

/** G = P Aᵀ P₊⁻¹, how far a later correction reaches back; where P₊ is singular, the gain of what is known for sure is 0. */
export function smootherGain(A: Matrix, P: Matrix, predicted: Matrix): Matrix {
  return transpose(solveSemidefinite("P predicted", predicted, multiply(A, P)));
}

/**
 * The smoothed covariance of step t from that of step t + 1: (I − G A) P (I − G A)ᵀ + G (Q + Pˢ₊) Gᵀ, which is P + G (Pˢ₊ − P₊) Gᵀ
 * in Joseph's form: a sum of covariances, so that rounding cannot make it indefinite, however wide P is.
 */
export function covarianceBefore(
  { A, Q }: KalmanModel,
  P: Matrix,
  G: Matrix,
  later: Matrix,
): Matrix {
  const rest = subtract(identity(A.rows), multiply(G, A));
  return add(congruence(rest, P), congruence(G, add(Q, later)));
}
