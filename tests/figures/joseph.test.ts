import { expect, test } from "vitest";
import {
  badOf,
  errorOf,
  leastEigenvalue,
  leastOfRoot,
  run,
} from "../../src/figures/joseph/compute.ts";
import { fromRows } from "../../src/numerics/matrix.ts";

const at = (set: object) => run({ bits: 24, R: 0.03, P0: 1e6, ...set });

test("what the chapter says: the short form fails after four steps, Joseph's is off by half, roots by a thousandth", () => {
  const r = at({});
  expect([badOf(r, "short"), badOf(r, "joseph"), badOf(r, "root")]).toEqual([4, 0, 0]);
  expect(Math.min(...r.short)).toBeLessThan(0);
  expect(errorOf(r, "joseph")).toBeCloseTo(0.48, 2);
  expect(errorOf(r, "root")).toBeLessThan(0.001);
});

test("what the chapter says: read still more precisely, Joseph's form fails too", () => {
  const r = at({ R: 0.0001 });
  expect(badOf(r, "joseph")).toBeGreaterThan(0);
  expect(badOf(r, "root")).toBe(0);
  expect(errorOf(r, "root")).toBeLessThan(0.05);
});

test("the smallest eigenvalue, by hand", () => {
  const P = fromRows([
    [2, 1],
    [1, 2],
  ]);
  expect(leastEigenvalue(P)).toBeCloseTo(1, 14);
  expect(
    leastEigenvalue(
      fromRows([
        [1, 2],
        [2, 1],
      ]),
    ),
  ).toBeCloseTo(-1, 14);
  expect(
    leastEigenvalue(
      fromRows([
        [0, 0],
        [0, 0],
      ]),
    ),
  ).toBe(0);
  // W Wᵀ = diag(1, 9)
  expect(
    leastOfRoot(
      fromRows([
        [0, 1],
        [3, 0],
      ]),
    ),
  ).toBeCloseTo(1, 14);
});
