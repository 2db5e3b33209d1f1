import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  constantVelocity,
  draw,
  em,
  filter,
  rts,
  smooth,
  type KalmanModel,
} from "../../src/models/kalman.ts";
import { add, block, normFro, scale, subtract } from "../../src/numerics/linalg.ts";
import { fromRows, identity, zeros, type Matrix } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import { expectClose } from "../near.ts";
import { isSemidefinite, models, randomModel, rowOf, seriesOf } from "./kalmanCases.ts";

vi.setConfig({ testTimeout: 60_000 }); // the machines that check this are busy ones

describe("laws of the smoother", () => {
  test("its covariance never exceeds the filter's, and agrees with it at the end", () => {
    fc.assert(
      fc.property(models, (c) => {
        const y = seriesOf(c, 25);
        const filtered = filter(c.model, y);
        const { cov, mean: x } = smooth(c.model, y);
        for (let t = 0; t < 25; t++) {
          const P = filtered.filteredCov[t]!;
          const rounding = 1e-12 * (1 + normFro(P));
          expect(isSemidefinite(subtract(P, cov[t]!), rounding)).toBe(true);
          expect(isSemidefinite(cov[t]!, rounding)).toBe(true);
        }
        expect(rowOf(x, 24)).toEqual(rowOf(filtered.filteredMean, 24));
        expect(cov[24]).toEqual(filtered.filteredCov[24]);
      }),
    );
  });

  test("Rauch, Tung and Striebel's form gives the same, where the predicted covariances are regular", () => {
    fc.assert(
      fc.property(models, (c) => {
        const model = { ...c.model, Q: add(c.model.Q, scale(identity(c.model.A.rows), 0.1)) };
        const y = seriesOf({ ...c, model }, 25);
        const [a, b] = [smooth(model, y), rts(model, y)];
        expectClose(b.mean.data, a.mean.data, 1e-10);
        a.cov.forEach((P, t) => {
          expectClose(b.cov[t]!.data, P.data, 1e-10);
          expect(isSemidefinite(b.cov[t]!, 0)).toBe(true);
        });
      }),
    );
  });

  test("and its lag-one covariances are those of the state stacked on its predecessor", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const model = randomModel(2, 1, 2, seed);
        const y = draw(model, 8, generator(seed)).observations;
        const { A, C, Q, R, m0, P0 } = model;
        const O = zeros(2, 2);
        const stacked = {
          A: block([[A, O], [identity(2), O]]), // prettier-ignore
          C: block([[C, zeros(1, 2)]]),
          Q: block([[Q, O], [O, O]]), // prettier-ignore
          R,
          m0: Float64Array.of(...m0, 0, 0),
          P0: block([[P0, O], [O, O]]), // prettier-ignore
        };
        const { cov } = smooth(stacked, y);
        rts(model, y).lagOne.forEach((M, t) => {
          const at = (i: number, j: number) => cov[t + 1]!.data[i * 4 + 2 + j]!;
          expectClose(M.data, [at(0, 0), at(0, 1), at(1, 0), at(1, 1)], 1e-9);
        });
      }),
    );
  });

  test("its errors are smaller than the filter's", () => {
    const model = constantVelocity({ dt: 1, acceleration: 0.1, noise: 4 });
    const { states, observations } = draw(model, 400, generator(3));
    const { mean: x } = smooth(model, observations);
    const filtered = filter(model, observations);
    const loss = (m: Matrix) => normFro(subtract(m, states));
    expect(loss(x)).toBeLessThan(0.8 * loss(filtered.filteredMean));
  });

  test("without process noise and with a known start it follows the model exactly", () => {
    const model: KalmanModel = { ...randomModel(3, 1, 3, 5), Q: zeros(3, 3), P0: zeros(3, 3) };
    const { states, observations } = draw(model, 10, generator(1));
    const { mean: x, cov } = smooth(model, observations);
    expectClose(x.data, states.data, 1e-12);
    expect(cov.every((P) => normFro(P) === 0)).toBe(true);
  });
});

describe("EM", () => {
  test("the log-likelihood never falls, with gaps and several measurements", () => {
    fc.assert(
      fc.property(models, (c) => {
        const y = seriesOf(c, 40);
        const start = { ...c.model, Q: identity(c.model.A.rows), R: identity(c.model.C.rows) };
        const { logLikelihoods } = em(start, y, { iterations: 6, tolerance: 1e-12 });
        for (let i = 1; i < logLikelihoods.length; i++)
          expect(logLikelihoods[i]! - logLikelihoods[i - 1]!).toBeGreaterThan(
            -1e-9 * (1 + Math.abs(logLikelihoods[i]!)),
          );
      }),
    );
  });

  test("recovers R from 600 steps (SCIENCE 6.10: about 0.2)", () => {
    const truth = constantVelocity({ dt: 1, acceleration: 0.05, noise: 0.2 });
    const { observations } = draw(truth, 600, generator(4));
    const start = { ...truth, Q: identity(2), R: fromRows([[2]]) };
    const learnt = em(start, observations, { iterations: 60 });
    expect(learnt.model.R.data[0]).toBeGreaterThan(0.14);
    expect(learnt.model.R.data[0]).toBeLessThan(0.26);
    const onlyR = em({ ...truth, R: fromRows([[2]]) }, observations, { Q: false });
    expect(onlyR.model.Q).toBe(truth.Q);
    expect(onlyR.model.R.data[0]).toBeCloseTo(0.2, 1);
    expect(onlyR.converged).toBe(true);
  });
});
