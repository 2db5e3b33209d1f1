import { fail, finite } from "../numerics/check.ts";
import { multiply } from "../numerics/linalg.ts";
import { fromRows, identity, type Matrix } from "../numerics/matrix.ts";
import { singular2x2 } from "../numerics/norm2x2.ts";

export type Pair = readonly [number, number];

// #region modes
/** The 2×2 matrix that stretches (1, 0) by `first` and the direction at `angle` (radians, between 0 and π) to it by `second`. */
export function slanted(first: number, second: number, angle: number): Matrix {
  return fromRows([
    [first, (second - first) * slant(angle)],
    [0, second],
  ]);
}

/** A state as the sum of a part along each of the two directions of `slanted`. */
export function parts([x, y]: Pair, angle: number): readonly [Pair, Pair] {
  const along = y * slant(angle);
  return [
    [x - along, 0],
    [along, y],
  ];
}
// #endregion

// #region growth
/** ‖Aᵏ‖₂ for k = 0 … steps, of a 2×2 matrix: how large the start of size 1 that is then largest has become. */
export function powerNorms(A: Matrix, steps: number): Float64Array {
  const norms = new Float64Array(steps + 1);
  for (let k = 0, power = identity(2); k <= steps; k++, power = multiply(A, power))
    norms[k] = singular2x2(power)[0];
  return norms;
}
// #endregion

/** The cotangent; exactly 0 at a right angle. */
function slant(angle: number): number {
  if (!(finite("angle", angle) > 0 && angle < Math.PI)) fail("angle", "between 0 and π", angle);
  return Math.abs(Math.cos(angle)) < 1e-15 ? 0 : Math.cos(angle) / Math.sin(angle);
}
