import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chiSquaredCdf,
  chiSquaredQuantile,
  chiSquaredTail,
  incompleteGamma,
  logGamma,
  normalCdf,
  normalQuantile,
  probability,
} from "../../src/numerics/distributions.ts";

describe("published tables", () => {
  test("NIST/SEMATECH e-Handbook 1.3.6.7.4, upper critical values of χ²", () => {
    const table: [number, number, number][] = [
      [1, 0.95, 3.841],
      [2, 0.95, 5.991],
      [10, 0.95, 18.307],
      [10, 0.99, 23.209],
      [30, 0.9, 40.256],
      [100, 0.999, 149.449],
      [10, 0.05, 3.94],
      [100, 0.025, 74.222],
    ];
    for (const [dof, p, x] of table) expect(chiSquaredQuantile(p, dof)).toBeCloseTo(x, 3);
  });

  test("the normal quantiles everyone knows, and far tails", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 13);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
    expect(normalCdf(-10) / 7.619853024160527e-24).toBeCloseTo(1, 12);
    expect(normalCdf(1)).toBeCloseTo(0.8413447460685429, 14);
  });

  test("ln Γ: factorials, and Γ(½) = √π", () => {
    let factorial = 0;
    for (let n = 1; n < 60; n++) {
      expect(logGamma(n)).toBeCloseTo(factorial, 11);
      factorial += Math.log(n);
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
  });
});

describe("laws", () => {
  const p = fc.double({ min: 1e-8, max: 1 - 1e-8, noNaN: true });
  const dof = fc.double({ min: 0.5, max: 5000, noNaN: true });

  test("a quantile is where its probability is", () => {
    fc.assert(
      fc.property(p, dof, (q, k) => {
        const x = chiSquaredQuantile(q, k);
        expect(Math.abs(chiSquaredCdf(x, k) - q)).toBeLessThan(1e-11 * q + 1e-13);
        expect(chiSquaredCdf(x, k) + chiSquaredTail(x, k)).toBeCloseTo(1, 14);
        expect(normalCdf(normalQuantile(q)) / q).toBeCloseTo(1, 11);
      }),
    );
  });

  test("two degrees of freedom are an exponential: 1 − e^{−x/2}", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (x) => {
        expect(chiSquaredTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 11);
      }),
    );
  });

  test("one degree of freedom is a squared normal", () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => {
        expect(chiSquaredTail(z * z, 1)).toBeCloseTo(2 * normalCdf(-Math.abs(z)), 13);
      }),
    );
  });
});

test("bad arguments throw by name", () => {
  for (const bad of [0, -1, NaN, Infinity]) {
    expect(() => logGamma(bad)).toThrow(/^x must be/);
    expect(() => chiSquaredCdf(1, bad)).toThrow(/^dof must be/);
  }
  for (const bad of [0, 1, -0.1, 2, NaN]) {
    expect(() => normalQuantile(bad)).toThrow(/^p must be/);
    expect(() => chiSquaredQuantile(bad, 2)).toThrow(/^p must be/);
    expect(() => probability("share", bad)).toThrow(/^share must be/);
  }
  expect(() => incompleteGamma(1, -1)).toThrow(/^x must be/);
  expect(() => normalCdf(NaN)).toThrow(/^x must be/);
});
