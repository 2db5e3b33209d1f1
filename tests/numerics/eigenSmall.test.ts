import fc from "fast-check";
import { expect, test } from "vitest";
import { eigenvalues } from "../../src/numerics/eigen.ts";
import { characteristic, roots, smallEigenvalues } from "../../src/numerics/eigenSmall.ts";
import { fromRows, identity } from "../../src/numerics/matrix.ts";
import { determinant } from "../../src/numerics/solve.ts";
import { expectClose } from "../near.ts";
import { matrix } from "./arbitrary.ts";

const square = fc.integer({ min: 1, max: 6 }).chain((n) => matrix(n, n, 2));

test("published: z³ − 6z² + 11z − 6 = (z − 1)(z − 2)(z − 3), and z² + 1", () => {
  const three = roots(Float64Array.of(-6, 11, -6, 1));
  expectClose(three.re, [3, 2, 1], 1e-12);
  expect([...three.im]).toEqual([0, 0, 0]);
  const turn = roots(Float64Array.of(1, 0, 1));
  expectClose([...turn.re, ...turn.im], [0, 0, 1, -1], 1e-14);
});

test("the characteristic polynomial is det(zI − A) at any z", () =>
  fc.assert(
    fc.property(square, fc.double({ min: -3, max: 3, noNaN: true }), (A, z) => {
      const p = characteristic(A);
      const direct = determinant({
        ...A,
        data: A.data.map((x, k) => (k % (A.rows + 1) === 0 ? z - x : -x)),
      });
      const value = p.reduceRight((sum, c) => sum * z + c, 0);
      const size = p.reduceRight((sum, c) => sum * Math.abs(z) + Math.abs(c), 1);
      expect(Math.abs(value - direct) / Math.max(size, 1)).toBeLessThan(1e-10);
    }),
  ));

test("the roots of a polynomial are roots, in exact conjugate pairs", () =>
  fc.assert(
    fc.property(square, (A) => {
      const { re, im } = smallEigenvalues(A);
      const p = characteristic(A);
      let [sum, trace] = [0, 0];
      for (let i = 0; i < A.rows; i++) {
        sum += re[i]!;
        trace += A.data[i * A.rows + i]!;
        const mirrored = [...im].some((y, j) => y === -im[i]! && re[j] === re[i]!);
        expect(mirrored || im[i] === 0).toBe(true);
        let [a, b, size] = [0, 0, 1e-300];
        for (let k = A.rows; k >= 0; k--) {
          [a, b] = [a * re[i]! - b * im[i]! + p[k]!, a * im[i]! + b * re[i]!];
          size = size * Math.hypot(re[i]!, im[i]!) + Math.abs(p[k]!);
        }
        expect(Math.hypot(a, b) / Math.max(size, 1)).toBeLessThan(1e-7);
      }
      expect(sum).toBeCloseTo(trace, 3); // repeated ones carry a root of the rounding error
    }),
  ));

test("agrees with the library where eigenvalues stand apart", () =>
  fc.assert(
    fc.property(square, (A) => {
      const library = eigenvalues(A);
      const apart = [...library.re].every((re, i) =>
        [...library.re].every(
          (other, j) => i === j || Math.hypot(re - other, library.im[i]! - library.im[j]!) > 0.1,
        ),
      );
      if (!apart) return;
      const mine = smallEigenvalues(A);
      library.re.forEach((re, i) => {
        const nearest = Math.min(
          ...[...mine.re].map((x, j) => Math.hypot(x - re, mine.im[j]! - library.im[i]!)),
        );
        expect(nearest).toBeLessThan(1e-7);
      });
    }),
  ));

test("crowded and repeated eigenvalues near 1 are seen where they are", () => {
  const near = fromRows([
    [0.95, 1, 0, 0],
    [0, 0.96, 1, 0],
    [0, 0, 0.97, 1],
    [0, 0, 0, 0.98],
  ]);
  expectClose(smallEigenvalues(near).re, [0.98, 0.97, 0.96, 0.95], 1e-6);
  const { re, im } = smallEigenvalues(identity(4));
  for (let i = 0; i < 4; i++) expect(Math.hypot(re[i]! - 1, im[i]!)).toBeLessThan(1e-3);
});

test("what is too large, or no polynomial, is refused", () => {
  expect(() => smallEigenvalues(identity(9))).toThrow("A must be at most 8×8");
  expect(() => roots(Float64Array.of(1, 2))).toThrow("monic");
});
