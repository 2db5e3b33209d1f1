import * as fc from "fast-check";
import { expect, test } from "vitest";
import { minimise, minimiseScalar } from "../../src/numerics/minimise.ts";

const valley = (x: Float64Array) => (1 - x[0]!) ** 2 + 100 * (x[1]! - x[0]! ** 2) ** 2;
const halfLine = (x: Float64Array) => (x[0]! > 0 ? x[0]! - Math.log(x[0]!) : Infinity);

test("Rosenbrock's valley, from his own start (−1.2, 1)", () => {
  const { x, value, converged } = minimise(valley, Float64Array.of(-1.2, 1), { tolerance: 1e-14 });
  expect(x[0]).toBeCloseTo(1, 5);
  expect(x[1]).toBeCloseTo(1, 5);
  expect(value).toBeLessThan(1e-12);
  expect(converged).toBe(true);
});

test("any positive quadratic, in up to 4 variables", () => {
  const number = fc.double({ min: -3, max: 3, noNaN: true });
  const problem = fc.integer({ min: 1, max: 4 }).chain((n) =>
    fc.record({
      centre: fc.array(number, { minLength: n, maxLength: n }),
      weights: fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), {
        minLength: n,
        maxLength: n,
      }),
    }),
  );
  fc.assert(
    fc.property(problem, ({ centre, weights }) => {
      const f = (x: Float64Array) =>
        x.reduce((sum, xi, i) => sum + weights[i]! * (xi - centre[i]!) ** 2, 0);
      const { value } = minimise(f, new Float64Array(centre.length));
      expect(value).toBeLessThan(1e-8);
    }),
  );
});

test("backs away from where f is Infinity", () => {
  expect(minimise(halfLine, Float64Array.of(5)).x[0]).toBeCloseTo(1, 5);
});

test("golden section finds the bottom of a valley, inside or at an end", () => {
  expect(minimiseScalar((x) => (x - 2) ** 2, 0, 10).x).toBeCloseTo(2, 6);
  expect(minimiseScalar((x) => x, 3, 4).x).toBeCloseTo(3, 6);
});

test("bad arguments throw by name", () => {
  expect(() => minimise(() => NaN, Float64Array.of(1))).toThrow(/^f\(start\)/);
  expect(() => minimise((x) => x[0]!, Float64Array.of(NaN))).toThrow(/^start\[0\]/);
  expect(() => minimise(() => 0, new Float64Array(0))).toThrow(/^start.length/);
  expect(() => minimiseScalar((x) => x, 1, 1)).toThrow(/^high − low/);
});

test("stops at the limit and says so", () => {
  const { iterations, converged } = minimise((x) => x[0]!, Float64Array.of(0), {
    maxIterations: 3,
  });
  expect(iterations).toBe(3);
  expect(converged).toBe(false);
});

test("who watches sees the start, then ever lower points, and at last the answer", () => {
  const seen: { x: number[]; value: number }[] = [];
  const watch = (x: Float64Array, value: number) => seen.push({ x: [...x], value });
  const end = minimise(valley, Float64Array.of(-1.2, 1), { watch });
  expect(seen[0]!.x).toEqual([-1.2, 1]);
  seen.forEach(({ value }, i) => i > 0 && expect(value).toBeLessThan(seen[i - 1]!.value));
  expect(seen.at(-1)).toEqual({ x: [...end.x], value: end.value });
});
