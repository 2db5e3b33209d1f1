import fc from "fast-check";
import { expect, test } from "vitest";
import { endAt, scaleEnd } from "../../src/draw/axis.ts";
import { cut, cutStems } from "../../src/draw/cut.ts";
import { linesOf, widthOf } from "../../src/draw/text.ts";
import { polygons } from "./geometry.ts";

const frame = { left: 0, right: 10, top: 0, bottom: 10 };
const through = (...ys: number[]) =>
  cut(
    frame,
    (i) => i,
    (i) => ys[i]!,
    0,
    ys.length - 1,
  );

test("a curve is cut where it meets the edge, never moved to it, and marked there", () => {
  expect(through(5, 20).d).toBe("M0 5L0.33 10");
  expect(through(5, 20).off).toBe("M-3.7 3l4 7l4 -7z");
  expect(through(5, -5, 5)).toEqual({ d: "M0 5L0.5 0M1.5 0L2 5", off: "M-3.5 7l4 -7l4 7z" });
  expect(through(-5, 15).d).toBe("M0.25 0L0.75 10");
  expect(through(20, 30, 40)).toEqual({ d: "", off: "" });
  // Where the way outside is so long that its digits do not tell the edge, the edge is still met.
  expect(through(5, 1e17, -1e18).d).toBe("M0 5L0 10M1.09 10L1.09 0");
  const { d, off } = through(5, Infinity, 5, NaN, 5);
  expect(d + off).not.toMatch(/NaN|Infinity/);
});

test("what is drawn of any curve is within its frame and on it", () => {
  const place = fc.double({ min: -30, max: 40, noNaN: true });
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 11 }), (ys) => {
      for (const [x, y] of polygons(through(...ys).d).flat()) {
        expect(y).toBeGreaterThanOrEqual(-0.01);
        expect(y).toBeLessThanOrEqual(10.01);
        const [i, j] = [Math.floor(x), Math.min(ys.length - 1, Math.floor(x) + 1)];
        const slope = ys[j]! - ys[i]!;
        expect(Math.abs(ys[i]! + (x - i) * slope - y)).toBeLessThan(0.02 + 0.02 * Math.abs(slope));
      }
    }),
  );
});

test("a stem beyond its frame ends in a mark, not in a dot", () => {
  const y = (v: number) => 10 - v;
  const drawn = cutStems(frame, [3, 30], (i) => i, y, 0, 1);
  expect(drawn).toEqual({ lines: "M0 10V7M1 10V0", dots: "M0 7h0", off: "M-3 7l4 -7l4 7z" });
});

test("an axis is for the whole run, unless that would press flat what is seen: then it grows by tens", () => {
  const grows = Float64Array.from({ length: 60 }, (_, i) => 2 ** i);
  expect(endAt(59, grows)).toBe(1e18);
  expect(endAt(3, grows)).toBe(10);
  expect(endAt(4, grows)).toBe(100);
  expect(endAt(0, Float64Array.of(0, 0, 3, 1e6))).toBe(10);
  expect(endAt(2, Float64Array.of(1, 2, 3, 40))).toBe(50);
  expect(endAt(0, new Float64Array(3))).toBe(1e-9);
});

test("the ends of axes are numbers as people write them", () => {
  expect([20, -0.5, 1e7, -2e-9, 0].map(scaleEnd)).toEqual(["20", "−0.5", "10⁷", "−2·10⁻⁹", "0"]);
});

test("text is as wide as its letters, and breaks between words or Chinese signs", () => {
  expect(widthOf("100", 10)).toBeCloseTo(19.5);
  expect(widthOf("隐状态", 12)).toBe(36);
  expect(linesOf("one two three", widthOf("one two", 12) + 1)).toEqual(["one two", "three"]);
  expect(linesOf("隐状态", 24)).toEqual(["隐状", "态"]);
});
