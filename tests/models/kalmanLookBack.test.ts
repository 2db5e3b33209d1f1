import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { covarianceBefore, smootherGain } from "../../src/models/kalman/backStep.ts";
import { constantVelocity, draw } from "../../src/models/kalman/draw.ts";
import {
  emptyResult,
  filter,
  recordPrediction,
  recordUpdate,
} from "../../src/models/kalman/filter.ts";
import { lookBack } from "../../src/models/kalman/lookBack.ts";
import type { KalmanModel } from "../../src/models/kalman/model.ts";
import { rts } from "../../src/models/kalman/rts.ts";
import { smooth } from "../../src/models/kalman/smoother.ts";
import { predict, startFilter, update } from "../../src/models/kalman/step.ts";
import { localLevel } from "../../src/models/kalman/structural.ts";
import { fromRows } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";

const line = constantVelocity({ dt: 0.5, acceleration: 0.2, noise: 0.7 });
/** Four states, two measurements that share their noise, a transition without symmetry. */
const four: KalmanModel = {
  A: fromRows([
    [1, 0.5, 0.1, 0],
    [0, 0.9, 0, 0.2],
    [-0.1, 0, 1, 0.5],
    [0, 0, -0.3, 0.8],
  ]),
  C: fromRows([
    [1, 0, 0.2, 0],
    [0, 0.3, 1, 0],
  ]),
  Q: fromRows([
    [0.2, 0.05, 0, 0],
    [0.05, 0.1, 0, 0],
    [0, 0, 0.3, 0],
    [0, 0, 0, 0],
  ]),
  R: fromRows([
    [0.5, 0.2],
    [0.2, 0.9],
  ]),
  m0: Float64Array.of(1, 0, -1, 0),
  P0: fromRows([
    [4, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 2, 0],
    [0, 0, 0, 1],
  ]),
};

test.each([
  ["two states, one measurement", line],
  ["four states, two measurements", four],
])("%s: the same as `smooth`, with gaps", (_, model) => {
  const { observations: y } = draw(model, 60, generator(5));
  for (const t of [0, 7, 8, 9, 30, 59]) y.data.fill(NaN, t * y.cols, (t + 1) * y.cols);
  const wanted = smooth(model, y);
  const got = lookBack(model, filter(model, y));
  expect(got.logLikelihood).toBe(wanted.logLikelihood);
  got.mean.data.forEach((x, i) => expect(x).toBeCloseTo(wanted.mean.data[i]!, 10));
  got.cov.forEach(({ data }, t) =>
    data.forEach((x, i) => expect(x, `P of step ${t}`).toBeCloseTo(wanted.cov[t]!.data[i]!, 10)),
  );
});

describe("a start of any width", () => {
  const wide = fc.record({
    spread: fc.integer({ min: 2, max: 10 }).map((k) => 10 ** k),
    acceleration: fc.constantFrom(0, 1e-6, 0.01, 1),
    noise: fc.constantFrom(0.5, 1, 30),
    dt: fc.constantFrom(0.5, 1, 3),
  });
  const random = generator(3);
  const y = {
    rows: 10,
    cols: 1,
    data: Float64Array.from({ length: 10 }, (_, t) => (t === 4 ? NaN : t + random.normal())),
  };

  test("gives what Rauch, Tung and Striebel's form gives, and no variance below 0", () =>
    fc.assert(
      fc.property(wide, (options) => {
        const model = constantVelocity(options);
        const wanted = rts(model, y);
        for (const got of [smooth(model, y), lookBack(model, filter(model, y))])
          got.cov.forEach(({ data: P }, t) => {
            const W = wanted.cov[t]!.data;
            expect(P[0]).toBeGreaterThan(0);
            expect(P[3]).toBeGreaterThan(0);
            // The filter itself has lost the digits by which 1e10 is wider than the noise.
            P.forEach((x, i) => {
              const unit = Math.sqrt(W[i < 2 ? 0 : 3]! * W[i % 2 === 0 ? 0 : 3]!);
              expect(Math.abs(x - W[i]!) / unit).toBeLessThan(1e-4);
            });
          });
      }),
    ));

  test("ends in least squares where nothing moves: 12 / L(L² − 1) is the variance of the slope", () => {
    const whole = { rows: 10, cols: 1, data: Float64Array.from({ length: 10 }, (_, t) => t % 3) };
    for (const spread of [1e8, 1e10, 1e12, 1e14]) {
      const model = constantVelocity({ dt: 1, acceleration: 0, noise: 1, spread });
      for (const { cov } of [smooth(model, whole), lookBack(model, filter(model, whole))])
        expect(cov[0]!.data[3]! * ((10 * 99) / 12)).toBeCloseTo(1, 5);
    }
  });

  test("steps back from covariance to covariance where the measurement has no noise", () => {
    const model = constantVelocity({ dt: 1, acceleration: 0.01, noise: 0, spread: 1e6 });
    const wanted = rts(model, y);
    for (const { cov } of [smooth(model, y), lookBack(model, filter(model, y))])
      cov.forEach(({ data: P }, t) => {
        expect(P[0]).toBeGreaterThanOrEqual(0);
        expect(P[3]).toBeCloseTo(wanted.cov[t]!.data[3]!, 8);
      });
  });
});

test("noise that differs from step to step is taken as it was", () => {
  const noises = [0.5, 4, 1, 9].map((r) => fromRows([[r]]));
  const y = Float64Array.of(1, 2, 4, 3);
  const state = startFilter(line);
  const filtered = emptyResult(4, 2, 1);
  noises.forEach((R, t) => {
    if (t > 0) predict(state, line);
    recordPrediction(filtered, state, t);
    update(state, { ...line, R }, y.subarray(t, t + 1));
    recordUpdate(filtered, state, t);
  });
  const { cov } = lookBack(line, filtered, { noises });
  // By the textbook's backward step, from the last covariance on.
  let later = filtered.filteredCov[3]!;
  for (let t = 2; t >= 0; t--) {
    const P = filtered.filteredCov[t]!;
    later = covarianceBefore(
      line,
      P,
      smootherGain(line.A, P, filtered.predictedCov[t + 1]!),
      later,
    );
    later.data.forEach((x, i) => expect(cov[t]!.data[i]).toBeCloseTo(x, 12));
  }
});

test("a diffuse start is refused", () => {
  const model = localLevel({ irregular: 1, level: 0.1 });
  const y = { rows: 3, cols: 1, data: Float64Array.of(1, 2, 3) };
  expect(() => lookBack(model, filter(model, y))).toThrow(/proper start/);
});
