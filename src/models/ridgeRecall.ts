import { count, positive, vector } from "../numerics/check.ts";
import { matvec, multiply, transpose } from "../numerics/linalg.ts";
import { checkSquare, zeros, type Matrix } from "../numerics/matrix.ts";
import { cholesky, choleskySolve } from "../numerics/solve.ts";

// #region ridge
/**
 * Reads any discrete memory x_k = Ā x_{k−1} + B̄ u_k as well as can be: the M×N matrix W whose W x is the history w of M samples
 * (row 0 the newest) with the least ‖Kᵀw − x‖² + ε‖w‖², where row l of K is (Ā^l B̄)ᵀ and ε is `ridge` of the largest energy
 * of a state. As `leastNormRecall`, but with no threshold to jump over while a reader moves a slider, and O(MN²).
 */
export function ridgeRecall(A: Matrix, B: Float64Array, M: number, ridge = 1e-8): Matrix {
  const N = checkSquare("A", A);
  const K = zeros(count("M", M), N);
  let x = vector("B", B, N);
  for (let l = 0; l < M; l++) {
    K.data.set(x, l * N);
    x = matvec(A, x);
  }
  const G = multiply(transpose(K), K);
  let most = 0;
  for (let n = 0; n < N; n++) most = Math.max(most, G.data[n * N + n]!);
  for (let n = 0; n < N; n++) G.data[n * N + n]! += positive("ridge", ridge) * (most || 1);
  return transpose(choleskySolve(cholesky(G, "KᵀK"), transpose(K)));
}
// #endregion
