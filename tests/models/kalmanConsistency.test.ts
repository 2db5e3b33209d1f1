import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  chiSquaredBand,
  constantVelocity,
  draw,
  filter,
  forecast,
  ljungBox,
  nees,
  nis,
  standardise,
  type KalmanModel,
} from "../../src/models/kalman.ts";
import { fromRows, zeros } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import { models, seriesOf } from "./kalmanCases.ts";

vi.setConfig({ testTimeout: 60_000 }); // the machines that check this are busy ones

const mean = (x: ArrayLike<number>) => Array.from(x).reduce((a, b) => a + b, 0) / x.length;

const near = (dof: number, count: number, lower: number, upper: number) => {
  const band = chiSquaredBand(dof, count);
  expect(band.lower).toBeCloseTo(lower, 3);
  expect(band.upper).toBeCloseTo(upper, 3);
};

const rejected = (all: { white: Float64Array }[]) =>
  all.filter((run) => ljungBox(run.white.subarray(10), 8).pValue < 0.05).length / all.length;

describe("consistency", () => {
  const model = constantVelocity({ dt: 1, acceleration: 0.1, noise: 1 });
  const runs = (used: KalmanModel) =>
    Array.from({ length: 200 }, (_, seed) => {
      const { states, observations } = draw(model, 60, generator(seed));
      const result = filter(used, observations);
      return {
        nis: nis(result),
        nees: nees(states, result.filteredMean, result.filteredCov),
        white: standardise(result).data,
      };
    });

  test("the bands of SCIENCE 2.10", () => {
    expect.hasAssertions();
    near(1, 200, 0.814, 1.205);
    near(2, 200, 1.732, 2.287);
    near(1, 60, 0.675, 1.388);
  });

  test("with the right Q and R, NIS and NEES over 200 runs stay in their bands about 95 % of the time", () => {
    const all = runs(model);
    const inBand = (name: "nis" | "nees", dof: number) => {
      const { lower, upper } = chiSquaredBand(dof, 200);
      const means = Array.from({ length: 60 }, (_, t) => mean(all.map((run) => run[name][t]!)));
      return means.filter((x) => x > lower && x < upper).length / 60;
    };
    expect(inBand("nis", 1)).toBeGreaterThan(0.88);
    expect(inBand("nees", 2)).toBeGreaterThan(0.85);
    expect(mean(all.map((run) => mean(run.nis)))).toBeCloseTo(1, 1);
    expect(mean(all.map((run) => mean(run.nees)))).toBeCloseTo(2, 1);
  });

  test("a grossly wrong R leaves the band and the innovations are no longer white", () => {
    const wrong = runs({ ...model, R: fromRows([[25]]) });
    expect(mean(wrong.map((run) => mean(run.nis)))).toBeLessThan(0.5);
    expect(rejected(wrong)).toBeGreaterThan(0.3);
    expect(rejected(runs(model))).toBeLessThan(0.1);
  });

  test("forecast intervals cover what they say", () => {
    let [hit80, hit95, count] = [0, 0, 0];
    for (let seed = 0; seed < 300; seed++) {
      const { observations } = draw(model, 40, generator(seed));
      const past = { rows: 30, cols: 1, data: observations.data.slice(0, 30) };
      const { bands } = forecast(model, past, 10);
      for (let h = 0; h < 10; h++, count++) {
        const z = observations.data[30 + h]!;
        const inside = bands.map((b) => z > b.lower.data[h]! && z < b.upper.data[h]!);
        hit80 += +inside[0]!;
        hit95 += +inside[1]!;
      }
    }
    expect(hit80 / count).toBeGreaterThan(0.75);
    expect(hit80 / count).toBeLessThan(0.85);
    expect(hit95 / count).toBeGreaterThan(0.92);
    expect(hit95 / count).toBeLessThan(0.98);
  });

  test("a forecast is the filter over a series that goes on missing", () => {
    fc.assert(
      fc.property(models, (c) => {
        const y = seriesOf(c, 12);
        const longer = zeros(17, y.cols);
        longer.data.set(y.data);
        longer.data.fill(NaN, y.data.length);
        const { stateMean, stateCov, cov } = forecast(c.model, y, 5);
        const result = filter(c.model, longer);
        const from = 12 * c.model.A.rows;
        expect(stateMean.data).toEqual(result.predictedMean.data.slice(from));
        expect(stateCov).toEqual(result.predictedCov.slice(12));
        expect(cov).toEqual(result.innovationCov.slice(12));
      }),
    );
  });
});
