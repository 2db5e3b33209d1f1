import { expect, test } from "vitest";
import { isFlat, run } from "../../src/figures/bent-bells/compute.ts";
import bentBells from "../../src/figures/bent-bells/figure.ts";
import { curves } from "../../src/figures/bent-bells/curves.ts";

test("what the chapter says of the bottom of the bowl", () => {
  const r = run({ curve: "square", m: 0, P: 1 });
  expect(isFlat(r)).toBe(true);
  expect([r.tangent.mean, r.tangent.variance]).toEqual([0, 0]);
  for (const way of [r.truth, r.points]) {
    expect(way.mean).toBeCloseTo(0.5, 10);
    // Var h²/2 = 2/4
    expect(way.variance).toBeCloseTo(0.5, 10);
  }
});

test("slopes are the curves' own, and no bend is larger than is said", () => {
  for (const { f, slope, bend } of Object.values(curves))
    for (let h = -5; h <= 5; h += 0.05) {
      const d = 1e-4;
      expect(slope(h)).toBeCloseTo((f(h + d) - f(h - d)) / (2 * d), 6);
      expect(Math.abs(slope(h + d) - slope(h - d)) / (2 * d)).toBeLessThanOrEqual(bend + 1e-6);
    }
});

test("the masses in sight have the true mean", () => {
  for (const curve of Object.keys(curves) as (keyof typeof curves)[]) {
    const r = run({ curve, m: 0.7, P: 0.8 });
    const bin = (r.high - r.low) / r.masses.length;
    const mean = r.masses.reduce((sum, mass, k) => sum + mass * (r.low + (k + 0.5) * bin), 0);
    expect(Math.abs(mean - r.truth.mean)).toBeLessThan(0.03);
  }
});

test("a tangent with the right mean may have a wrong width, and the caption says so", () => {
  // E sin² h = (1 − e⁻²ᴾ)/2 around 0
  const steep = { curve: "sine", m: 0, P: 3 } as const;
  const r = run(steep);
  expect(r.truth.mean).toBeCloseTo(0, 12);
  expect(r.truth.variance).toBeCloseTo(2 * (1 - Math.exp(-6)), 10);
  expect([r.tangent.mean, r.tangent.variance]).toEqual([0, 12]);
  expect(bentBells.describe(r, steep, 0)).toBe("width");
  const narrow = { curve: "sine", m: 0, P: 0.02 } as const;
  expect(bentBells.describe(run(narrow), narrow, 0)).toBe("nearly");
});
