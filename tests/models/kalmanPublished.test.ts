import { describe, expect, test } from "vitest";
import {
  column,
  fitLocalLevel,
  fitStructural,
  logLikelihood,
  smooth,
  steadyFilter,
  structural,
} from "../../src/models/kalman.ts";
import { fromRows } from "../../src/numerics/matrix.ts";
import { finland, norway, ukDrivers } from "./publishedSeries.ts";

/**
 * Commandeur & Koopman print the log-likelihood divided by the length of the series, and leave ½ ln 2π out for each
 * diffuse step.
 */
function printed(logLikelihood: number, length: number, diffuseSteps: number): number {
  return (logLikelihood + (diffuseSteps * Math.log(2 * Math.PI)) / 2) / length;
}

describe("Commandeur & Koopman, An Introduction to State Space Time Series Analysis (2007)", () => {
  const uk = ukDrivers.map(Math.log);
  const no = norway.map(Math.log);
  const fi = finland.map(Math.log);

  test("§2.2 stochastic level, UK drivers: 0.00222157, 0.0118662; 0.6451960", () => {
    const fit = fitLocalLevel(uk);
    expect(fit.irregular).toBeCloseTo(0.00222157, 6);
    expect(fit.level).toBeCloseTo(0.0118662, 6);
    expect(printed(fit.logLikelihood, 192, 1)).toBeCloseTo(0.645196, 6);
  });

  test("§2.3 stochastic level, Norway: 0.00326838, 0.0047026; 0.8468622; μ₁ = 6.3048", () => {
    const fit = fitLocalLevel(no);
    expect(fit.irregular).toBeCloseTo(0.00326838, 6);
    expect(fit.level).toBeCloseTo(0.0047026, 6);
    expect(printed(fit.logLikelihood, 34, 1)).toBeCloseTo(0.8468622, 6);
    expect(fit.smoothed[0]).toBeCloseTo(6.3048, 4);
    const general = fitStructural(no);
    expect(general.parts.irregular).toBeCloseTo(fit.irregular, 7);
    expect(general.parts.level).toBeCloseTo(fit.level, 7);
  });

  test("§3.4 smooth trend, Finland: 0.00320083, 0.00153314; 0.7864746; μ₁ = 7.0133, ν₁ = 0.0068482", () => {
    const fit = fitStructural(fi, { slope: true, smooth: true });
    expect(fit.parts.irregular).toBeCloseTo(0.00320083, 7);
    expect(fit.parts.slope).toBeCloseTo(0.00153314, 7);
    expect(printed(fit.logLikelihood, 34, 2)).toBeCloseTo(0.7864746, 7);
    const { mean } = smooth(fit.model, column(fi));
    expect(mean.data[0]).toBeCloseTo(7.0133, 4);
    expect(mean.data[1]).toBeCloseTo(0.0068482, 6);
  });

  test("§3.4 with a level that may move: the book's optimum is a hill, but not the highest", () => {
    const book = structural({ irregular: 0.00320083, level: 0, slope: 0.00153314 });
    const fit = fitStructural(fi, { slope: true });
    expect(fit.logLikelihood).toBeGreaterThan(logLikelihood(book, column(fi)) + 0.7);
    expect(fit.parts.slope).toBe(0);
    expect(printed(fit.logLikelihood, 34, 2)).toBeCloseTo(0.8091191, 6);
  });

  test("§4.2 level and seasonal, UK drivers: 0.00341598, 0.000935852, 5.01096e-7; 0.9369063 (also Durbin & Koopman 2012, §8.2)", () => {
    const fit = fitStructural(uk, { seasonal: { period: 12, form: "trigonometric" } });
    expect(fit.parts.irregular / 0.00341598).toBeCloseTo(1, 3);
    expect(fit.parts.level / 0.000935852).toBeCloseTo(1, 3);
    expect(fit.parts.seasonal!.variance / 5.01096e-7).toBeCloseTo(1, 2);
    expect(printed(fit.logLikelihood, 192, 12)).toBeCloseTo(0.9369063, 7);
    expect(fit.converged).toBe(true);
  }, 30_000);
});

test("local level, q = 0.1, r = 1: P = (q + √(q² + 4qr))/2 = 0.370156, K = 0.270156", () => {
  const one = fromRows([[1]]);
  const { predictedCov, gain } = steadyFilter({ A: one, C: one, Q: fromRows([[0.1]]), R: one });
  expect(predictedCov.data[0]).toBeCloseTo((0.1 + Math.sqrt(0.01 + 0.4)) / 2, 14);
  expect(predictedCov.data[0]).toBeCloseTo(0.370156, 6);
  expect(gain.data[0]).toBeCloseTo(0.270156, 6);
});
