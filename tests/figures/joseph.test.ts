import { expect, test } from "vitest";
import joseph from "../../src/figures/joseph/figure.ts";
import {
  badOf,
  errorOf,
  leastEigenvalue,
  leastOfRoot,
  run,
} from "../../src/figures/joseph/compute.ts";
import figure from "../../src/figures/joseph/figure.ts";
import type { Setting } from "../../src/figures/joseph/params.ts";
import { settingOf } from "../../src/kit/derive.ts";
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

test("what NumPy's float32 makes of the same sums, one by one, and the truth in sixty digits", () => {
  const r = at({});
  expect(r.short.map((x) => +!(x > 0)).join("")).toBe(`1111${"0".repeat(16)}`);
  expect(Math.min(...r.short)).toBeCloseTo(-0.012640890537108554, 12);
  expect(r.joseph[0]).toBeCloseTo(0.0125, 9);
  expect(r.truth[0]).toBeCloseTo(0.023999999424, 10);
  expect(r.truth.at(-1)).toBeCloseTo(0.0014846985270208382, 13);
  const finer = at({ R: 0.0001 });
  expect([badOf(finer, "short"), badOf(finer, "joseph")]).toEqual([3, 2]);
  const half = at({ bits: 11, P0: 1000, R: 0.1 });
  expect([badOf(half, "short"), badOf(half, "joseph")]).toEqual([1, 0]);
  expect(errorOf(half, "joseph")).toBeCloseTo(1.500075, 5);
});

test("the caption claims no error of 0, and of the roots only that they do not fall below 0", () => {
  const told = (v: { bits: number; R: number; P0: number }) => joseph.describe(run(v), v, 0);
  expect(told({ bits: 53, R: 0.03, P0: 1e6 })).toBe("agree");
  expect(told({ bits: 24, R: 10, P0: 1e6 })).toBe("hold");
  const few = { bits: 8, R: 0.03, P0: 31623 };
  expect(told(few)).toBe("short");
  expect(badOf(run(few), "root")).toBe(1);
  expect(Math.min(...run(few).root)).toBe(0);
  expect(joseph.phrases.short).toMatch(/roots cannot fall below it/);
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

test("an error that is only rounding is told by its bound, not as none", () => {
  const said = (preset: string) => {
    const v = settingOf(figure, preset) as Setting;
    const r = figure.compute(v);
    return { phrase: figure.describe(r, v, 0), off: figure.readouts.josephError!.of(r, v, 0) };
  };
  expect(said("double")).toEqual({ phrase: "agree", off: 1e-4 });
  expect(said("coarse").phrase).toBe("hold");
});
