import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  column,
  fitLocalLevel,
  fitStructural,
  likelihoodSurface,
  localLevel,
  logLikelihood,
  smooth,
} from "../../src/models/kalman.ts";
import { identity, zeros } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import { type NileFile, readGolden } from "./kalmanCases.ts";

vi.setConfig({ testTimeout: 60_000 }); // the machines that check this are busy ones

const nile = readGolden<NileFile>("nile.json");

const grid = (step: number) => Float64Array.from({ length: 60 }, (_, i) => step * (i + 1));
const around = (x: number) => Float64Array.of(0, 1e-6, 0.9 * x, 0.99 * x, x, 1.01 * x, 1.1 * x);

describe("maximum likelihood", () => {
  const y = Float64Array.from(nile.y);

  test("the surface is the likelihood of the model, and its top is the fit", () => {
    const irregular = Float64Array.of(10_000, 15_098.52, 20_000);
    const level = Float64Array.of(0, 1000, 1469.18, 3000);
    const surface = likelihoodSurface(y, irregular, level);
    irregular.forEach((r, i) =>
      level.forEach((q, j) => {
        const model = localLevel({ irregular: r, level: q });
        expect(surface.data[i * 4 + j]).toBeCloseTo(logLikelihood(model, column(y)), 9);
      }),
    );
    const top = fitLocalLevel(y).logLikelihood;
    expect(Math.max(...surface.data)).toBeLessThanOrEqual(top);
    expect(surface.data[6]).toBeCloseTo(top, 9);
  });

  test("60×60 points over 100 values within 150 ms", () => {
    likelihoodSurface(y, grid(500), grid(100));
    const start = performance.now();
    likelihoodSurface(y, grid(500), grid(100));
    expect(performance.now() - start).toBeLessThan(150);
  });

  test("no pair of variances nearby is likelier than the fit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const random = generator(seed);
        let walk = 0;
        const z = Float64Array.from({ length: 60 }, () => {
          walk += 0.5 * random.normal();
          return random.uniform() < 0.1 ? NaN : walk + random.normal();
        });
        const fit = fitLocalLevel(z);
        const irregular = around(fit.irregular).map((x) => x + 1e-9);
        const surface = likelihoodSurface(z, irregular, around(fit.level));
        expect(Math.max(...surface.data)).toBeLessThanOrEqual(fit.logLikelihood + 1e-6);
        const model = localLevel(fit);
        expect(logLikelihood(model, column(z))).toBeCloseTo(fit.logLikelihood, 8);
      }),
      { numRuns: 30 },
    );
  });

  test("boundaries: white noise has level 0, a pure walk irregular 0, exactly", () => {
    const zigzag = Float64Array.from({ length: 40 }, (_, t) => (t % 2 ? 1 : -1) + t * 1e-6);
    expect(fitLocalLevel(zigzag).level).toBe(0);
    expect(fitStructural(zigzag).parts.level).toBe(0);
    const straight = Float64Array.from({ length: 40 }, (_, t) => t);
    expect(fitLocalLevel(straight).irregular).toBe(0);
  });

  test("scales as a variance should: y → s y", () => {
    const fit = fitLocalLevel(y);
    const big = fitLocalLevel(y.map((x) => 1e6 * x));
    expect(big.level / fit.level / 1e12).toBeCloseTo(1, 6);
    const general = fitStructural(y.map((x) => 1e6 * x));
    expect(general.parts.level / fit.level / 1e12).toBeCloseTo(1, 4);
  });

  test("a diffuse direction that nothing is known of stays out: P∞ = 0 is a proper start", () => {
    const model = { ...localLevel({ irregular: 1, level: 1 }), P0: identity(1) };
    const proper = { ...model, diffuse: zeros(1, 1) };
    const { diffuse: _, ...plain } = model;
    expect(smooth(proper, column(y))).toEqual(smooth(plain, column(y)));
  });
});
