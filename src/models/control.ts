import { fail } from "../numerics/check.ts";
import { checkComplex, type ComplexVector } from "../numerics/complex.ts";
import { add, multiply, scale, subtract, symmetrise, transpose } from "../numerics/linalg.ts";
import { checkMatrix, checkSquare, identity, type Matrix, zeros } from "../numerics/matrix.ts";
import { checkCovariance } from "../numerics/semidefinite.ts";
import { cholesky, choleskySolve, solve } from "../numerics/solve.ts";
import { steadyState } from "./kalman/steadyState.ts";
import { controllabilityMatrix, isControllable } from "./structure.ts";

/** State feedback with the sign u_t = K h_t (most books write u = −K x, the negative of ours). */

// #region closedLoop
/** A + B K: how the state moves on when the input is u_t = K h_t + v_t, for A n×n, B n×m, K m×n. */
export function closedLoop(A: Matrix, B: Matrix, K: Matrix): Matrix {
  const n = checkSquare("A", A);
  const m = checkMatrix("B", B, n).cols;
  checkMatrix("K", K, m, n);
  return add(A, multiply(B, K));
}
// #endregion

/**
 * The K, 1×n, that puts the poles of A + B K at `poles`, by Ackermann's formula (Ogata, Modern Control Engineering, 5th ed.,
 * equation 10–18). B must be n×1. The poles come in any order, each complex one with its conjugate. Throws when
 * (A, B) is not controllable. Good to about n = 10: beyond, the formula itself loses the digits.
 */
export function placePoles(A: Matrix, B: Matrix, poles: ComplexVector): Matrix {
  const n = checkSquare("A", A);
  checkMatrix("B", B, n);
  if (B.cols !== 1)
    fail("B", "a single column (several inputs leave K undetermined)", `${n}×${B.cols}`);
  checkComplex("poles", poles, n);
  if (!isControllable(A, B)) fail("(A, B)", "controllable", "a pair that is not");
  // #region placePoles
  const phi = polynomialOf(A, poles); // φ(A) = Π (A − λI)
  const last = zeros(n, 1);
  last.data[n - 1] = 1;
  const row = solve(transpose(controllabilityMatrix(A, B)), last, "the controllability matrix");
  return scale(multiply(transpose(row), phi), -1); // K = −[0 … 0 1] [B AB …]⁻¹ φ(A)
  // #endregion
}

/** The best feedback for a quadratic cost. */
export interface Regulator {
  /** m×n, for u_t = K h_t. */
  readonly K: Matrix;
  /** n×n: from h_0 on the least cost is h_0ᵀ P h_0. */
  readonly P: Matrix;
}

/**
 * The K that minimises Σ h_tᵀ Q h_t + u_tᵀ R u_t under h_{t+1} = A h_t + B u_t, with Q n×n positive semidefinite and R m×m
 * positive definite. P solves P = AᵀPA − AᵀPB (R + BᵀPB)⁻¹ BᵀPA + Q: the steady state of the Kalman filter of the dual
 * model (Aᵀ, Bᵀ), found by structure-preserving doubling. Throws when no feedback stabilises (A, B).
 */
export function lqr(A: Matrix, B: Matrix, Q: Matrix, R: Matrix): Regulator {
  const n = checkSquare("A", A);
  const m = checkMatrix("B", B, n).cols;
  checkCovariance("Q", Q, n);
  cholesky(checkMatrix("R", R, m, m), "R");
  // #region lqr
  const P = dual(A, B, Q, R);
  const BP = multiply(transpose(B), P);
  const S = symmetrise(add(R, multiply(BP, B))); // R + BᵀPB
  const K = scale(choleskySolve(cholesky(S), multiply(BP, A)), -1); // −S⁻¹ BᵀPA
  // #endregion
  return { K, P };
}

function dual(A: Matrix, B: Matrix, Q: Matrix, R: Matrix): Matrix {
  try {
    return steadyState({ A: transpose(A), C: transpose(B), Q, R });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail("(A, B)", "stabilisable by feedback", `a pair that is not (${error.message})`);
  }
}

/** Π (A − λI) over conjugate pairs, in real arithmetic. */
function polynomialOf(A: Matrix, { re, im }: ComplexVector): Matrix {
  const n = A.rows;
  const I = identity(n);
  const left = Array.from({ length: n }, (_, i) => i);
  let phi = I;
  while (left.length > 0) {
    const i = left.pop()!;
    if (im[i] === 0) {
      phi = multiply(phi, subtract(A, scale(I, re[i]!)));
      continue;
    }
    const at = left.findIndex((j) => re[j] === re[i] && im[j] === -im[i]!);
    if (at < 0) fail("poles", "closed under conjugation", `${re[i]} + ${im[i]}i alone`);
    left.splice(at, 1);
    const quadratic = add(
      multiply(A, subtract(A, scale(I, 2 * re[i]!))),
      scale(I, re[i]! ** 2 + im[i]! ** 2),
    );
    phi = multiply(phi, quadratic);
  }
  return phi;
}
