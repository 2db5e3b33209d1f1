import { expect, it } from "vitest";
import {
  errorBounds,
  fadingGradient,
  projectionErrors,
  scaledGradient,
} from "../../src/models/legsRates.ts";
import { expm } from "../../src/numerics/expm.ts";
import { legs } from "../../src/numerics/hippo.ts";
import { matvec, scale } from "../../src/numerics/linalg.ts";

it("errors of a parabola: none from three numbers on, and by hand before", () => {
  const e = projectionErrors((x) => x * x, 1, 5);
  expect(e[0]!).toBeCloseTo(Math.sqrt(1 / 5), 12); // ∫x⁴
  expect(e[1]!).toBeCloseTo(Math.sqrt(4 / 45), 12); // variance of x²
  expect(e[2]!).toBeCloseTo(1 / Math.sqrt(180), 12); // c₂ = 1/(6√5)
  expect(e[3]!).toBeLessThan(1e-13);
});

it("the bound of a Lipschitz signal in closed form: ((1/(2N−1) + 1/(2N+1))/8)^½", () => {
  const bounds = errorBounds(1, 40);
  for (const N of [1, 2, 7, 40]) {
    const closed = Math.sqrt((1 / (2 * N - 1) + 1 / (2 * N + 1)) / 8);
    expect(bounds[N]! / closed).toBeCloseTo(1, 4);
  }
});

it("bounds fall as N^(−k+½)", () => {
  for (const k of [1, 2, 4]) {
    const slope = Math.log2(errorBounds(k, 128)[128]! / errorBounds(k, 64)[64]!);
    expect(slope).toBeCloseTo(0.5 - k, 1);
  }
});

it("no corner, bend or wave goes beyond its bound", () => {
  const corner = (x: number) => Math.abs((x % 2) - 1);
  const e = projectionErrors(corner, 6, 64);
  const [once, four] = [errorBounds(1, 64), errorBounds(4, 64)];
  for (let N = 1; N <= 64; N++) expect(e[N]!).toBeLessThanOrEqual(6 * once[N]!);
  const wave = projectionErrors((x) => Math.sin(Math.PI * x), 3, 64);
  for (let N = 4; N <= 64; N++) expect(wave[N]!).toBeLessThanOrEqual((3 * Math.PI) ** 4 * four[N]!);
});

it("gradients: 1/t₁ to a constant with 1/t, e^{A(t₁−t₀)}B without", () => {
  for (const N of [1, 3, 8, 32])
    for (const t1 of [1, 1.5, 2, 7, 100, 1e4]) {
      const size = scaledGradient(N, 1, t1) * t1;
      expect(size).toBeLessThanOrEqual(N + 1e-9);
      expect(size).toBeGreaterThanOrEqual(Math.sqrt(N / 2) - 1e-9);
    }
  const { A, B } = legs(6);
  const by = Math.hypot(...matvec(expm(scale(A, 1.7)), B));
  expect(fadingGradient(6, 1, 2.7)).toBeCloseTo(by, 10);
});
