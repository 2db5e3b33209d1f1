import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { cosSin, exp, log, log1p } from "../../src/numerics/portable.ts";

/** The distance in units of the last place of `want`. */
function ulps(got: number, want: number): number {
  if (Object.is(got, want) || got === want) return 0;
  const size = Math.max(Math.abs(want), 2 ** -1022);
  return Math.abs(got - want) / 2 ** (Math.floor(Math.log2(size)) - 52);
}

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("functions that are the same in every engine", () => {
  it("exp is within an ulp of Math.exp, overflow and underflow included", () => {
    fc.assert(
      fc.property(finite(-745, 709.7), (x) => ulps(exp(x), Math.exp(x)) <= 1),
      { numRuns: 5000 },
    );
    for (const x of [
      0,
      1,
      -1,
      0.3,
      0.35,
      1.04,
      1e-300,
      709.78,
      709.79,
      -745.1,
      -746,
      Infinity,
      -Infinity,
    ])
      expect(ulps(exp(x), Math.exp(x)), `${x}`).toBeLessThanOrEqual(1);
    expect(exp(NaN)).toBeNaN();
  });

  it("log is within an ulp of Math.log", () => {
    fc.assert(
      fc.property(finite(5e-324, 1.7e308), (x) => ulps(log(x), Math.log(x)) <= 1),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(finite(0.5, 2), (x) => ulps(log(x), Math.log(x)) <= 1),
      { numRuns: 5000 },
    );
    for (const x of [0, 1, 2, 5e-324, Infinity]) expect(log(x)).toBe(Math.log(x));
    expect([log(-1), log(NaN)]).toEqual([NaN, NaN]);
  });

  it("log1p is within two ulps of Math.log1p", () => {
    fc.assert(
      fc.property(finite(0, 1), (x) => ulps(log1p(x), Math.log1p(x)) <= 2),
      { numRuns: 5000 },
    );
    for (const x of [0, 1e-300, 1e-17, 1e-9, 1])
      expect(ulps(log1p(x), Math.log1p(x))).toBeLessThanOrEqual(2);
  });

  it("cos and sin are within 2 ulps of Math.cos and Math.sin, in every quarter", () => {
    const out = { re: 0, im: 0 };
    for (const reach of [7, 800_000])
      fc.assert(
        fc.property(finite(-reach, reach), (x) => {
          cosSin(x, out);
          expect(ulps(out.re, Math.cos(x)), `cos ${x}`).toBeLessThanOrEqual(2);
          expect(ulps(out.im, Math.sin(x)), `sin ${x}`).toBeLessThanOrEqual(2);
        }),
        { numRuns: 5000 },
      );
    expect(cosSin(1e9, out)).toEqual({ re: NaN, im: NaN });
    expect(cosSin(NaN, out)).toEqual({ re: NaN, im: NaN });
  });
});
