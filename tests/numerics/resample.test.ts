import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { average, excerpt, loudness, standardise } from "../../src/numerics/resample.ts";

const series = fc
  .array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 400 })
  .map((x) => Float64Array.from(x));
const points = fc.integer({ min: 2, max: 64 });

describe("bringing a long recording down to a figure's length", () => {
  test("gives the length asked for, and never invents samples", () =>
    fc.assert(
      fc.property(series, points, (x, n) => {
        for (const way of [average, loudness, excerpt])
          expect(way(x, n).length).toBe(Math.min(n, x.length));
      }),
    ));

  test("means and loudness stay between the smallest and the largest sample", () =>
    fc.assert(
      fc.property(series, points, (x, n) => {
        const [low, high] = [Math.min(...x), Math.max(...x)];
        for (const m of average(x, n)) {
          // A mean of n numbers rounds by at most n half-units of the largest of them.
          const rounding = 1e-9 * Math.max(1, -low, high);
          expect(m).toBeGreaterThanOrEqual(low - rounding);
          expect(m).toBeLessThanOrEqual(high + rounding);
        }
        const most = Math.max(-low, high);
        for (const r of loudness(x, n)) {
          expect(r).toBeGreaterThanOrEqual(0);
          expect(r).toBeLessThanOrEqual(most * (1 + 1e-9) + 1e-150);
        }
      }),
    ));

  test("equal stretches keep the mean and the energy of the whole", () => {
    const x = Float64Array.from({ length: 640 }, (_, t) => Math.sin(t * t));
    const mean = (v: Float64Array) => v.reduce((a, b) => a + b, 0) / v.length;
    expect(mean(average(x, 64))).toBeCloseTo(mean(x), 12);
    expect(mean(loudness(x, 64).map((r) => r * r))).toBeCloseTo(mean(x.map((v) => v * v)), 12);
  });

  test("data that fits is left alone, a constant stays itself", () => {
    const x = Float64Array.of(3, 1, 2);
    expect(average(x, 3)).toBe(x);
    expect([...average(new Float64Array(100).fill(7), 8)]).toEqual(Array(8).fill(7));
  });

  test("the excerpt is a piece of the wave and holds its loudest moment, at either end too", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 299 }), points, (peak, n) => {
        const x = Float64Array.from({ length: 300 }, (_, t) => (t === peak ? -9 : t / 300));
        const piece = excerpt(x, n);
        expect(piece).toContain(-9);
        expect([...piece]).toEqual([...x.subarray(peak - piece.indexOf(-9))].slice(0, n));
      }),
    ));

  test("standardised is mean 0 and deviation 1, whatever the unit", () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 200 }),
        fc.integer({ min: 1, max: 1e6 }),
        (numbers, unit) => {
          const x = Float64Array.from(numbers);
          const z = standardise(x);
          const n = x.length;
          expect(z.reduce((a, b) => a + b, 0) / n).toBeCloseTo(0, 9);
          const constant = numbers.every((v) => v === numbers[0]);
          expect(z.reduce((a, b) => a + b * b, 0) / n).toBeCloseTo(constant ? 0 : 1, 9);
          standardise(x.map((v) => v * unit + 5)).forEach((v, t) =>
            expect(v).toBeCloseTo(z[t]!, 6),
          );
        },
      ),
    ));

  test("a missing value counts for nothing; a stretch of nothing else is missing", () => {
    const x = Float64Array.of(1, NaN, NaN, NaN, 5, 7);
    expect([...average(x, 3)]).toEqual([1, NaN, 6]);
    expect([...standardise(Float64Array.of(2, NaN, 4))]).toEqual([-1, NaN, 1]);
  });
});
