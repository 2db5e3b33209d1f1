import fc from "fast-check";
import { expect, test } from "vitest";
import {
  massThroughCurve,
  sigmaPoints,
  throughCurve,
  throughPoints,
  throughTangent,
} from "../../src/models/kalman.ts";
import { chiSquaredCdf, normalCdf } from "../../src/numerics/distributions.ts";

const square = { f: (h: number) => h * h, slope: (h: number) => 2 * h };
const sine = { f: Math.sin, slope: Math.cos };
const bell = fc.record({
  mean: fc.double({ min: -3, max: 3, noNaN: true }),
  variance: fc.double({ min: 0.01, max: 3, noNaN: true }),
});

test("the true moments are those known in closed form", () => {
  fc.assert(
    fc.property(bell, ({ mean: m, variance: P }) => {
      // E h² = m² + P, Var h² = 2 P² + 4 m² P
      const squared = throughCurve(square, { mean: m, variance: P });
      expect(squared.mean).toBeCloseTo(m * m + P, 9);
      expect(squared.variance).toBeCloseTo(2 * P * P + 4 * m * m * P, 8);
      // E sin h = e^{−P/2} sin m, E sin² h = (1 − e^{−2P} cos 2m)/2
      const waved = throughCurve(sine, { mean: m, variance: P });
      const mean = Math.exp(-P / 2) * Math.sin(m);
      expect(waved.mean).toBeCloseTo(mean, 10);
      const second = (1 - Math.exp(-2 * P) * Math.cos(2 * m)) / 2;
      expect(waved.variance).toBeCloseTo(second - mean * mean, 10);
    }),
  );
});

test("the masses are those of the normal and of the chi-squared distribution", () => {
  const bins = { low: 0, high: 4, bins: 16 };
  const squared = massThroughCurve(square, { mean: 0, variance: 1 }, bins);
  const straight = massThroughCurve({ f: (h) => 2 * h + 1 }, { mean: 0.3, variance: 0.5 }, bins);
  for (let k = 0; k < 16; k++) {
    const [a, b] = [k / 4, (k + 1) / 4];
    expect(squared[k]).toBeCloseTo(chiSquaredCdf(b, 1) - chiSquaredCdf(a, 1), 4);
    const z = (y: number) => ((y - 1) / 2 - 0.3) / Math.sqrt(0.5);
    expect(straight[k]).toBeCloseTo(normalCdf(z(b)) - normalCdf(z(a)), 5);
  }
});

test("sigma points have the bell's own moments, and are exact on a square", () => {
  fc.assert(
    fc.property(bell, ({ mean: m, variance: P }) => {
      const points = sigmaPoints({ mean: m, variance: P });
      const sum = (of: (h: number) => number) =>
        points.reduce((all, { at, weight }) => all + weight * of(at), 0);
      expect(sum(() => 1)).toBeCloseTo(1, 14);
      expect(sum((h) => h)).toBeCloseTo(m, 12);
      expect(sum((h) => (h - m) ** 2)).toBeCloseTo(P, 12);
      // as a bell has them: skew 0 and the fourth moment 3 P²
      expect(sum((h) => (h - m) ** 4)).toBeCloseTo(3 * P * P, 10);
      const squared = throughPoints(square, { mean: m, variance: P });
      expect(squared.mean).toBeCloseTo(m * m + P, 10);
      expect(squared.variance).toBeCloseTo(2 * P * P + 4 * m * m * P, 9);
    }),
  );
});

test("the tangent by hand", () => {
  expect(throughTangent(square, { mean: 1.5, variance: 0.25 })).toEqual({
    mean: 2.25,
    variance: 9 * 0.25,
  });
  expect(throughTangent(square, { mean: 0, variance: 2 }).variance).toBe(0);
});

test("what is no bell, and no range, is named", () => {
  const none = { mean: 0, variance: 0 };
  for (const way of [throughTangent, throughPoints, throughCurve])
    expect(() => way(square, none)).toThrow(/variance/);
  expect(() =>
    massThroughCurve(square, { mean: 0, variance: 1 }, { low: 1, high: 1, bins: 4 }),
  ).toThrow(/low/);
});
