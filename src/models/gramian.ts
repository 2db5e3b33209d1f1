import { count } from "../numerics/check.ts";
import { add, multiply, transpose } from "../numerics/linalg.ts";
import { checkMatrix, checkSquare, type Matrix, zeros } from "../numerics/matrix.ts";

// #region gramian
/**
 * W_t = Σ AᵏBBᵀ(Aᵀ)ᵏ over k < t, for t = 0 … steps, each n×n: inputs of energy 1 reach from 0, in t steps, just the states x with
 * xᵀW⁻¹x ≤ 1 (Kailath, Linear Systems, section 9.2). With Aᵀ and Cᵀ in place of A and B, xᵀWx is the energy of the output
 * that the start x gives in t steps. Throws on shapes that do not fit and on overflow.
 */
export function gramians(A: Matrix, B: Matrix, steps: number): Matrix[] {
  const n = checkSquare("A", A);
  checkMatrix("B", B, n);
  count("steps", steps);
  const all = [zeros(n, n)];
  for (let t = 0, moved = B; t < steps; t++, moved = multiply(A, moved))
    all.push(add(all[t]!, multiply(moved, transpose(moved))));
  return all;
}
// #endregion
