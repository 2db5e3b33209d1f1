import { checkSquare, type Matrix } from "./matrix.ts";

/** Both singular values of a 2×2 matrix, the larger first: how far a circle of radius 1 is stretched, and how far at least. Throws on any other size. */
export function singular2x2(M: Matrix): readonly [largest: number, smallest: number] {
  checkSquare("M", M, 2);
  const [a, b, c, d] = M.data as unknown as [number, number, number, number];
  // A turn with a stretch, and a mirrored one: ½(A ± its adjugate's transpose).
  const [turn, mirror] = [Math.hypot(a + d, b - c) / 2, Math.hypot(a - d, b + c) / 2];
  const largest = turn + mirror;
  // From the determinant where both are alike, lest digits cancel.
  return [largest, largest === 0 ? 0 : Math.abs(a * d - b * c) / largest];
}
