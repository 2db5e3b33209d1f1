import fc from "fast-check";
import { expect, test } from "vitest";
import { logDensityOf, productOfBells, startFilter, update } from "../../src/models/kalman.ts";
import { fromRows } from "../../src/numerics/matrix.ts";

const bell = fc.record({
  mean: fc.double({ min: -5, max: 5, noNaN: true }),
  variance: fc.double({ min: 0.05, max: 9, noNaN: true }),
});

test("by hand: a belief of 0, give or take 2, and a reading of 3.51, give or take 1", () => {
  const { mean, variance, logArea } = productOfBells(
    { mean: 0, variance: 4 },
    { mean: 3.51, variance: 1 },
  );
  expect(mean).toBeCloseTo(2.808, 14);
  expect(variance).toBeCloseTo(0.8, 14);
  expect(Math.exp(logArea)).toBeCloseTo(Math.exp(-(3.51 ** 2) / 10) / Math.sqrt(10 * Math.PI), 14);
});

test("area, mean and variance are those of the two densities multiplied and integrated", () => {
  fc.assert(
    fc.property(bell, bell, (a, b) => {
      const { mean, variance, logArea } = productOfBells(a, b);
      const step = Math.sqrt(variance) / 4;
      let [sum, first, second] = [0, 0, 0];
      for (let k = -44; k <= 44; k++) {
        const h = mean + k * step;
        const w = Math.exp(logDensityOf(a, h) + logDensityOf(b, h) - logArea) * step;
        sum += w;
        first += w * (h - mean);
        second += w * (h - mean) ** 2;
      }
      expect(sum).toBeCloseTo(1, 9);
      expect(first).toBeCloseTo(0, 9);
      expect(second / variance).toBeCloseTo(1, 9);
    }),
  );
});

test("it is the filter's update", () => {
  fc.assert(
    fc.property(bell, bell, (prior, seen) => {
      const model = {
        A: fromRows([[1]]),
        C: fromRows([[1]]),
        Q: fromRows([[0]]),
        R: fromRows([[seen.variance]]),
        m0: Float64Array.of(prior.mean),
        P0: fromRows([[prior.variance]]),
      };
      const state = startFilter(model);
      update(state, model, Float64Array.of(seen.mean));
      const product = productOfBells(prior, seen);
      expect(product.mean).toBeCloseTo(state.mean[0]!, 10);
      expect(product.variance).toBeCloseTo(state.cov[0]!, 10);
      expect(product.logArea / state.evidence).toBeCloseTo(1, 10);
    }),
  );
});

test("what is no bell is named", () => {
  const a = { mean: 0, variance: 1 };
  expect(() => productOfBells(a, { mean: 0, variance: 0 })).toThrow(/b\.variance/);
  expect(() => productOfBells({ mean: NaN, variance: 1 }, a)).toThrow(/a\.mean/);
  expect(() => productOfBells({ mean: 0, variance: 1e-320 }, a)).toThrow(/range/);
});
