import { fail } from "./check.ts";
import { checkComplex, type ComplexVector } from "./complex.ts";
import { binaryScale } from "./linalg.ts";
import { checkSquare, type Matrix } from "./matrix.ts";

/**
 * The eigenvalues of a 1×1 or 2×2 matrix in closed form, ordered as by `eigenvalues`. It stands alone so that a page
 * which needs no more loads no library. Throws when A is larger.
 */
export function eigenvalues2x2(A: Matrix): ComplexVector {
  const n = checkSquare("A", A);
  if (n > 2) fail("A", "1×1 or 2×2 (eigenvalues in eigen.ts takes any size)", `${n}×${n}`);
  if (n === 1) return { re: A.data.slice(), im: new Float64Array(1) };
  const size = binaryScale(A); // so that neither sums nor squares overflow
  const [a, b, c, d] = A.data.map((x) => x / size) as unknown as [number, number, number, number];
  // #region eigenvalues
  const p = (a - d) / 2;
  const g = Math.sqrt(Math.abs(b)) * Math.sqrt(Math.abs(c));
  const bc = Math.sign(b) * Math.sign(c); // bc = ±g²
  const s = Math.max(Math.abs(p), g);
  const discriminant = s === 0 ? 0 : (p / s) ** 2 + bc * (g / s) ** 2; // (p² + bc)/s²
  const root = s * Math.sqrt(Math.abs(discriminant));
  if (discriminant < 0) return found(size, [(a + d) / 2, (a + d) / 2], root);
  // One root away from cancellation, and the other from the product −bc = (λ₁ − d)(λ₂ − d)
  const z = p >= 0 ? p + root : p - root;
  const other = z === 0 ? 0 : -bc * (g / z) * g;
  return found(size, [d + Math.max(z, other), d + Math.min(z, other)], 0);
  // #endregion
}

function found(size: number, re: number[], im: number): ComplexVector {
  const lambda = {
    re: Float64Array.from(re, (x) => size * x),
    im: Float64Array.of(size * im, -size * im + 0),
  };
  checkComplex("the eigenvalues", lambda);
  return lambda;
}
