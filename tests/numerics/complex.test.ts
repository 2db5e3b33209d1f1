import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkComplex,
  type Complex,
  complexDivide,
  complexExp,
  complexExpm1,
  complexMultiply,
  complexZeros,
} from "../../src/numerics/complex.ts";
import { entry } from "./arbitrary.ts";

const number = fc.tuple(entry(), entry()).map(([re, im]): Complex => ({ re, im }));
const size = (z: Complex) => Math.hypot(z.re, z.im);
const gap = (a: Complex, b: Complex) => Math.hypot(a.re - b.re, a.im - b.im);

test("multiplication commutes and associates, sizes multiply, and division undoes it", () => {
  fc.assert(
    fc.property(number, number, number, (a, b, c) => {
      const bound = (size(a) + 1) * (size(b) + 1) * (size(c) + 1);
      const left = complexMultiply(complexMultiply(a, b), c);
      expect(gap(left, complexMultiply(a, complexMultiply(b, c))) / bound).toBeLessThan(1e-14);
      expect(complexMultiply(a, b)).toEqual(complexMultiply(b, a));
      expect(size(complexMultiply(a, b))).toBeCloseTo(size(a) * size(b), 9);
      if (size(b) === 0) return;
      const back = complexDivide(complexMultiply(a, b), b);
      expect(gap(back, a) / (size(a) + 1e-300)).toBeLessThan(1e-14);
    }),
  );
});

test("e^{a+b} = e^a e^b, e^{iπ} = −1, e^z − 1 near 0 and away from it", () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      const whole = complexExp({ re: a.re + b.re, im: a.im + b.im });
      const parts = complexMultiply(complexExp(a), complexExp(b));
      expect(gap(whole, parts) / size(whole)).toBeLessThan(1e-13);
      const less = complexExpm1(a);
      const exp = complexExp(a);
      expect(gap({ re: less.re + 1, im: less.im }, exp) / (1 + size(exp))).toBeLessThan(1e-14);
    }),
  );
  expect(gap(complexExp({ re: 0, im: Math.PI }), { re: -1, im: 0 })).toBeLessThan(2e-16);
  // z + z²/2 + z³/6 is exact to rounding here
  const z = { re: 3e-6, im: -2e-6 };
  const z2 = complexMultiply(z, z);
  const z3 = complexMultiply(z2, z);
  const series = { re: z.re + z2.re / 2 + z3.re / 6, im: z.im + z2.im / 2 + z3.im / 6 };
  expect(gap(complexExpm1(z), series) / size(z)).toBeLessThan(3e-16);
});

test("division does not overflow on the way", () => {
  const { re, im } = complexDivide({ re: 1e300, im: 1e300 }, { re: 1e300, im: 1e300 });
  expect([re, im]).toEqual([1, 0]);
  expect(complexDivide({ re: 1, im: 0 }, { re: 0, im: 2 })).toEqual({ re: 0, im: -0.5 });
});

test("wrong arguments are named", () => {
  expect(() => complexDivide({ re: 1, im: 0 }, { re: 0, im: 0 })).toThrow("b must be other than 0");
  expect(() => checkComplex("C", complexZeros(2), 3)).toThrow("C.re must be of length 3");
  expect(() => checkComplex("C", { re: [1] } as never)).toThrow("C must be two Float64Arrays");
  expect(() =>
    checkComplex("C", { re: Float64Array.of(0, 1), im: Float64Array.of(0, NaN) }),
  ).toThrow("C[1] must be a finite complex number, got 1 + NaNi");
  expect(checkComplex("C", complexZeros(4))).toBe(4);
});
