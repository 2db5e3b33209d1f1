import fc from "fast-check";
import { expect, test } from "vitest";
import { roundTo } from "../../src/numerics/roundTo.ts";

test("24 bits are Math.fround's, wherever its exponent reaches", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e30, max: 1e30, noNaN: true }), (x) => {
      if (Math.abs(x) < 1e-30) return;
      expect(roundTo(x, 24)).toBe(Math.fround(x));
    }),
    { numRuns: 2000 },
  );
});

test("ties go to the even neighbour, by hand", () => {
  // Three bits: 4, 5, 6, 7, 8, 10, 12 …
  expect([4.5, 5.5, 9, 11, 7.5, -4.5, 0].map((x) => roundTo(x, 3))).toEqual([
    4, 6, 8, 12, 8, -4, 0,
  ]);
  expect([1, 2, 1024, 2 ** -40].map((x) => roundTo(x, 1))).toEqual([1, 2, 1024, 2 ** -40]);
});

test("53 bits change nothing, and rounding twice is rounding once", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.integer({ min: 1, max: 53 }), (x, bits) => {
      expect(roundTo(x, 53)).toBe(x);
      if (Math.abs(x) < 1e-290) return;
      const once = roundTo(x, bits);
      expect(roundTo(once, bits)).toBe(once);
      if (Number.isFinite(once))
        expect(Math.abs(once - x)).toBeLessThanOrEqual(Math.abs(x) * 2 ** -bits);
    }),
  );
});

test("more bits than a number has are refused", () => {
  expect(() => roundTo(1, 54)).toThrow(/bits/);
  expect(() => roundTo(1, 0)).toThrow(/bits/);
});
