import { multiply } from "../numerics/linalg.ts";
import type { Matrix } from "../numerics/matrix.ts";
import { solve } from "../numerics/solve.ts";
import type { StateSpace } from "./ssm.ts";

// #region basis
/**
 * The same model on other numbers of its state, h = T z: T⁻¹AT, T⁻¹B, CT and D (Kailath, Linear Systems, section 2.1). The
 * columns of T are the new basis vectors. Throws where T is singular.
 */
export function inBasis({ A, B, C, D }: StateSpace, T: Matrix): StateSpace {
  return { A: solve(T, multiply(A, T), "T"), B: solve(T, B, "T"), C: multiply(C, T), D };
}
// #endregion
