import fc from "fast-check";
import { expect, test } from "vitest";
import { spectralNorm } from "../../src/numerics/spectralNorm.ts";
import { expectClose } from "../near.ts";

const of = (re: number[], im = re.map(() => 0)) => ({
  re: Float64Array.from(re),
  im: Float64Array.from(im),
});

test("diagonal, rank one, a rotation, zero", () => {
  expectClose([spectralNorm(of([3, 0, 0, -5]), 2)], [5], 1e-12);
  // |(1, 2, 2)| |(3, 4)|
  expectClose([spectralNorm(of([3, 4, 6, 8, 6, 8]), 2)], [15], 1e-14);
  expectClose([spectralNorm(of([0, 0, 0, 0], [0, 1, 1, 0]), 2)], [1], 1e-14);
  expect(spectralNorm(of([0, 0, 0, 0]), 2)).toBe(0);
});

/** A power of two: nothing is rounded on the way. */
const BIG = 2 ** 660;

test("2×2: from trace and determinant of M*M; it scales with M, also where squares leave Float64", () =>
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 8, maxLength: 8 }),
      (x) => {
        const [re, im] = [x.slice(0, 4), x.slice(4)];
        const frobenius = x.reduce((s, v) => s + v * v, 0);
        const [dr, di] = [
          re[0]! * re[3]! - im[0]! * im[3]! - re[1]! * re[2]! + im[1]! * im[2]!,
          re[0]! * im[3]! + im[0]! * re[3]! - re[1]! * im[2]! - im[1]! * re[2]!,
        ];
        const disc = Math.max(0, frobenius ** 2 - 4 * (dr * dr + di * di));
        const exact = Math.sqrt((frobenius + Math.sqrt(disc)) / 2);
        const found = spectralNorm(of(re, im), 2);
        // two singular values that nearly agree are told apart slowly, and need not be
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(1e-4 * exact + 1e-12);
        expect(found).toBeLessThanOrEqual(exact * (1 + 1e-9) + 1e-12);
        const large = spectralNorm(
          of(
            re.map((v) => v * BIG),
            im.map((v) => v * BIG),
          ),
          2,
        );
        expect(Math.abs(large - found * BIG)).toBeLessThanOrEqual(1e-12 * found * BIG);
      },
    ),
  ));
