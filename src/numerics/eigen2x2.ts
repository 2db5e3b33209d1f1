import { fail } from "./check.ts";
import type { ComplexVector } from "./complex.ts";
import { checkSquare, type Matrix } from "./matrix.ts";

/**
 * The eigenvalues of a 1×1 or 2×2 matrix in closed form, ordered as by `eigenvalues`. It stands alone so that a page
 * which needs no more loads no library. Throws when A is larger.
 */
export function eigenvalues2x2(A: Matrix): ComplexVector {
  const n = checkSquare("A", A);
  if (n > 2) fail("A", "1×1 or 2×2 (eigenvalues in eigen.ts takes any size)", `${n}×${n}`);
  if (n === 1) return { re: A.data.slice(), im: new Float64Array(1) };
  const [a, b, c, d] = A.data as unknown as [number, number, number, number];
  const p = a / 2 - d / 2;
  // p² + bc, scaled by its larger part lest the squares overflow
  const s = Math.max(Math.abs(p), Math.sqrt(Math.abs(b)) * Math.sqrt(Math.abs(c)));
  if (s === 0)
    return { re: Float64Array.of(Math.max(a, d), Math.min(a, d)), im: new Float64Array(2) };
  const discriminant = (p / s) ** 2 + (b / s) * (c / s);
  const root = s * Math.sqrt(Math.abs(discriminant));
  if (discriminant < 0) {
    const mean = a / 2 + d / 2;
    return { re: Float64Array.of(mean, mean), im: Float64Array.of(root, -root) };
  }
  // The root away from cancellation, and the other from the product −bc = (λ₁ − d)(λ₂ − d)
  const z = p >= 0 ? p + root : p - root;
  const first = d + z;
  const second = d - (b / z) * c;
  return {
    re: Float64Array.of(Math.max(first, second), Math.min(first, second)),
    im: new Float64Array(2),
  };
}
