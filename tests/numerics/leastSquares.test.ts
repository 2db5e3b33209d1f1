import { describe, expect, test } from "vitest";
import { nested } from "../../src/numerics/leastSquares.ts";
import { normals } from "../../src/numerics/random.ts";

const one = new Float64Array(30).fill(1);
const [u, w, y] = [1, 2, 3].map((seed) => normals(seed, 30)) as [
  Float64Array,
  Float64Array,
  Float64Array,
];
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

describe("nested least squares", () => {
  test("what is left is at right angles to every column, and its square is what is told", () => {
    const columns = [one, u, w];
    const { left, weights } = nested(columns, y);
    for (let m = 0; m <= 3; m++) {
      const a = weights(m);
      const rest = y.map((x, i) => x - a.reduce((sum, b, k) => sum + b * columns[k]![i]!, 0));
      for (const column of columns.slice(0, m))
        expect(Math.abs(dot(rest, column))).toBeLessThan(1e-12);
      expect(left[m]).toBeCloseTo(dot(rest, rest), 10);
    }
  });

  test("by hand: a line through three points", () => {
    const { weights, left } = nested(
      [one.slice(0, 3), Float64Array.of(0, 1, 2)],
      Float64Array.of(1, 2, 4),
    );
    expect(weights(2)[0]).toBeCloseTo(5 / 6, 12);
    expect(weights(2)[1]).toBeCloseTo(3 / 2, 12);
    expect(left[2]).toBeCloseTo(1 / 6, 12);
  });

  test("ends before a column that is a mix of those before it", () => {
    const { left, weights } = nested([one, u, u.map((x) => 2 * x - 3), w], y);
    expect(left).toHaveLength(3);
    expect(() => weights(3)).toThrow("m must be at most 2, got 3");
  });

  test("says which column does not suit", () => {
    expect(() => nested([one, u.slice(1)], y)).toThrow(
      "columns[1] must be a Float64Array of length 30",
    );
    expect(() => nested([one.with(4, NaN)], y)).toThrow("columns[0][4]");
  });
});
