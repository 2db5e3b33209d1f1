import fc from "fast-check";
import { expect, test } from "vitest";
import { bounded, fixed, format, keptTogether, written } from "../../src/kit/format.ts";
import { regionOf } from "../../src/ui/region.ts";

const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** What a reader would type after reading it. */
const read = (text: string) =>
  Number(
    text
      .replace(
        /·10(.*)$/,
        (_, e: string) => `e${[...e].map((c) => (c === "⁻" ? "-" : digits.indexOf(c))).join("")}`,
      )
      .replaceAll("−", "-"),
  );

test.each([
  [0, "0"],
  [-0, "0"],
  [0.5, "0.5"],
  [-0.4, "−0.4"],
  [3.5714, "3.57"],
  [1234.5, "1235"],
  [99999, "99999"],
  [123456, "1.23·10⁵"],
  [-1e-7, "−1·10⁻⁷"],
  [Infinity, "∞"],
  [-Infinity, "−∞"],
  [NaN, "—"],
])("format(%d) is %s", (x, text) => expect(format(x)).toBe(text));

test("a formatted number is within its digits, and never wears a hyphen", () =>
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }),
      (x) => {
        expect(format(x)).not.toMatch(/[-eN]/);
        if (Math.abs(x) > 1e-300 || x === 0)
          expect(Math.abs(read(format(x)) - x)).toBeLessThanOrEqual(0.00501 * Math.abs(x));
      },
    ),
  ));

test.each([
  [0.123, "0.12"],
  [-0.001, "0.00"],
  [-0.5, "−0.50"],
  [99999.999, "100000.00"],
  [1e5, "1·10⁵"],
  [NaN, "—"],
  [-Infinity, "−∞"],
])("fixed(%d) is %s", (x, text) => expect(fixed(x)).toBe(text));

test("a region is the lines between its marks, at their own left edge", () => {
  const source = `before
  // #region a
    one
      two
  // #region b
    three
  // #endregion
after`;
  expect(regionOf(source, "a")).toBe("one\n  two\nthree");
  expect(regionOf(source, "b")).toBe("three");
  expect(regionOf(source, "c")).toBeUndefined();
  expect(regionOf("// #region x\nto the end", "x")).toBe("to the end");
  // The name is whole: a is not ab.
  expect(regionOf("// #region ab\nx\n// #endregion", "a")).toBeUndefined();
});

test.each([
  [0.0001234, 3, "0.000123"],
  [9999, 3, "9999"],
  [10192, 5, "10,192"],
  [-24576, 3, "−24,576"],
  [12345.67, 7, "12,345.67"],
  [100_406, 6, "100,406"],
  [794_688.5, 3, "795,000"],
  [2.01e8, 3, "2.01·10⁸"],
  [NaN, 3, "—"],
])("a sentence has %d in %i digits as %s", (x, digits, text) => {
  expect(written(x, digits)).toBe(text);
});

test.each([
  [0.25, 0.25],
  [3e-9, 3e-9],
  [4.4e-16, 1e-14],
  [3e-13, 1e-12],
  [0, 1e-14],
])("a difference of %d is told as %d", (gap, told) => {
  expect(bounded(gap)).toBeCloseTo(told, 20);
  expect(bounded(gap)).toBeGreaterThanOrEqual(gap);
});

test("a percent sign stays on the line of its number", () => {
  expect(keptTogether("5 % of 20 % here")).toBe("5\u00a0% of 20\u00a0% here");
  expect(keptTogether("it is 0.5 ± 0.7 here")).toBe("it is 0.5\u00a0±\u00a00.7 here");
});
