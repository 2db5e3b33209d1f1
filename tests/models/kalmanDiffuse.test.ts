import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  column,
  em,
  filter,
  forecast,
  type KalmanModel,
  localLevel,
  localLinearTrend,
  rts,
  smooth,
  structural,
} from "../../src/models/kalman.ts";
import { add, multiply, scale, transpose } from "../../src/numerics/linalg.ts";
import { type Matrix, zeros } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import { cholesky, choleskySolve, determinant, inverse } from "../../src/numerics/solve.ts";
import { expectClose } from "../near.ts";
import { isSemidefinite } from "./kalmanCases.ts";

vi.setConfig({ testTimeout: 60_000 }); // the machines that check this are busy ones

/** Structural models of every kind, with a series of 30 values, some missing, also at the start. */
const structurals = fc
  .record({
    kind: fc.constantFrom("level", "trend", "dummy", "trigonometric", "all"),
    seed: fc.integer({ min: 0, max: 1e6 }),
    level: fc.constantFrom(0, 0.1, 2),
    gap: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ kind, seed, level, gap }) => {
    const random = generator(seed);
    const form = kind === "dummy" ? ("dummy" as const) : ("trigonometric" as const);
    const model = structural({
      irregular: 0.5,
      level,
      ...(kind === "trend" || kind === "all" ? { slope: 0.05 } : {}),
      ...(kind === "level" || kind === "trend"
        ? {}
        : { seasonal: { period: kind === "all" ? 4 : 5, variance: 0.2, form } }),
    });
    const y = Float64Array.from({ length: 30 }, (_, t) =>
      t < gap || random.uniform() < 0.1 ? NaN : t / 3 + Math.sin(t) + random.normal(),
    );
    return { model, y };
  });

const density = (x: number, v: number) => -0.5 * (Math.log(2 * Math.PI * v) + (x * x) / v);

/**
 * The same by another road: the start as a fixed unknown δ, everything linear in it, δ by generalised least squares over the
 * whole series (Rosenberg 1973; de Jong 1991). Sound only where R > 0, but exact.
 */
function augmented(model: KalmanModel, series: Matrix) {
  const { diffuse: _, ...proper } = model;
  const n = model.A.rows;
  const at = (j: number) => {
    const m0 = new Float64Array(n);
    if (j >= 0) m0[j] = 1;
    return { ...proper, m0 };
  };
  const base = filter(at(-1), series);
  const bases = Array.from({ length: n }, (_, j) => filter(at(j), series));
  const seen = [...base.innovations.data.keys()].filter((t) => !Number.isNaN(series.data[t]));
  const F = seen.map((t) => base.innovationCov[t]!.data[0]!);
  const X = zeros(seen.length, n); // −∂v/∂δ, over √F
  const v = zeros(seen.length, 1);
  seen.forEach((t, i) => {
    v.data[i] = base.innovations.data[t]! / Math.sqrt(F[i]!);
    for (let j = 0; j < n; j++)
      X.data[i * n + j] =
        (base.innovations.data[t]! - bases[j]!.innovations.data[t]!) / Math.sqrt(F[i]!);
  });
  const XX = multiply(transpose(X), X);
  const delta = choleskySolve(cholesky(XX), multiply(transpose(X), v));
  const { mean: mean0, cov: cov0 } = smooth(at(-1), series);
  const moved = Array.from({ length: n }, (_, j) => smooth(at(j), series).mean);
  const spread = inverse(XX);
  const mean = zeros(series.rows, n);
  const cov = cov0.map((P, t) => {
    const J = zeros(n, n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        J.data[i * n + j] = moved[j]!.data[t * n + i]! - mean0.data[t * n + i]!;
    multiply(J, delta).data.forEach((x, i) => {
      mean.data[t * n + i] = mean0.data[t * n + i]! + x;
    });
    return add(P, multiply(multiply(J, spread), transpose(J)));
  });
  const squares = multiply(transpose(v), v).data[0]!;
  const explained = multiply(transpose(multiply(transpose(X), v)), delta).data[0]!;
  const logF = F.reduce((sum, f) => sum + Math.log(f), 0) + Math.log(determinant(XX));
  const logLikelihood = -0.5 * (seen.length * Math.log(2 * Math.PI) + logF + squares - explained);
  return { mean, cov, logLikelihood };
}

describe("exact diffuse start", () => {
  test("smoother and likelihood agree with least squares over an unknown start", () => {
    fc.assert(
      fc.property(structurals, ({ model, y }) => {
        const series = column(y);
        const expected = augmented(model, series);
        const actual = smooth(model, series);
        expectClose([actual.logLikelihood], [expected.logLikelihood], 1e-9);
        expectClose(actual.mean.data, expected.mean.data, 1e-8);
        actual.cov.forEach((P, t) => {
          expectClose(P.data, expected.cov[t]!.data, 1e-8);
          expect(isSemidefinite(P, 1e-10)).toBe(true);
        });
      }),
      { numRuns: 50 },
    );
  });

  test("is the limit of an ever wider proper start", () => {
    fc.assert(
      fc.property(structurals, ({ model, y }) => {
        const { diffuse, ...proper } = model;
        const series = column(y);
        const wide = { ...proper, P0: scale(diffuse!, 1e7) };
        const [exact, near] = [filter(model, series), filter(wide, series)];
        const d = exact.diffuseSteps;
        const n = model.A.rows;
        expectClose(
          near.filteredMean.data.slice(d * n),
          exact.filteredMean.data.slice(d * n),
          1e-4,
        );
        expectClose(near.filteredCov.at(-1)!.data, exact.filteredCov.at(-1)!.data, 1e-4);
        const missing = (n * Math.log(1e7)) / 2;
        expect(near.logLikelihood + missing).toBeCloseTo(exact.logLikelihood, 2);
      }),
    );
  });

  test("the first value settles a level, the second a slope, s of them a seasonal", () => {
    const y = column(Float64Array.from({ length: 20 }, (_, t) => t % 7));
    const steps = (model: KalmanModel) => filter(model, y).diffuseSteps;
    expect(steps(localLevel({ irregular: 1, level: 1 }))).toBe(1);
    expect(steps(localLinearTrend({ irregular: 1, level: 1, slope: 1 }))).toBe(2);
    const seasonal = { period: 12, variance: 1 };
    expect(steps(structural({ irregular: 1, level: 1, seasonal }))).toBe(12);
    expect(steps(structural({ irregular: 1, level: 1, slope: 1, seasonal }))).toBe(13);
  });

  test("also without measurement noise", () => {
    const model = localLevel({ irregular: 0, level: 1 });
    const y = Float64Array.of(2, 3, NaN, 7);
    const { mean, cov, logLikelihood } = smooth(model, column(y));
    expectClose(mean.data, [2, 3, 5, 7], 1e-12);
    expectClose(
      cov.map((P) => P.data[0]!),
      [0, 0, 0.5, 0],
      1e-12,
    );
    expect(logLikelihood).toBeCloseTo(-0.5 * Math.log(2 * Math.PI) + density(1, 1) + density(4, 2));
  });

  test("a series too short to settle the start cannot be smoothed or forecast, but filtered", () => {
    const model = localLinearTrend({ irregular: 1, level: 1, slope: 1 });
    const y = column(Float64Array.of(1));
    expect(filter(model, y).diffuseLeft).toBe(1);
    expect(() => smooth(model, y)).toThrow(/y must be long enough/);
    expect(() => forecast(model, y, 1)).toThrow(/y must be long enough/);
    expect(() => rts(model, y)).toThrow(/model.diffuse must be left out/);
    expect(() => em(model, y)).toThrow(RangeError);
  });

  test("a seasonal pattern is carried on by the forecast", () => {
    expect.hasAssertions();
    const pattern = [3, -1, 4, -6];
    const y = Float64Array.from({ length: 24 }, (_, t) => 10 + pattern[t % 4]!);
    for (const form of ["dummy", "trigonometric"] as const) {
      const seasonal = { period: 4, variance: 0.01, form };
      const model = structural({ irregular: 0.1, level: 0.1, seasonal });
      const { mean } = forecast(model, column(y), 4);
      expectClose(mean.data, pattern.map((x) => 10 + x), 1e-9); // prettier-ignore
    }
  });
});
