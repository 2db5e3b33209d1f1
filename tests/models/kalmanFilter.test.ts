import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  draw,
  filter,
  gatedWalk,
  gateDelta,
  gateGain,
  kalmanStep,
  predict,
  smooth,
  startFilter,
} from "../../src/models/kalman.ts";
import { add, scale } from "../../src/numerics/linalg.ts";
import { fromRows, zeros } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import { expectClose } from "../near.ts";
import { models, rowOf, seriesOf, randomModel } from "./kalmanCases.ts";

vi.setConfig({ testTimeout: 60_000 }); // the machines that check this are busy ones

describe("laws of the filter", () => {
  test("all missing: nothing but prediction", () => {
    fc.assert(
      fc.property(models, ({ model }) => {
        const y = zeros(12, model.C.rows);
        y.data.fill(NaN);
        const result = filter(model, y);
        const state = startFilter(model);
        for (let t = 0; t < 12; t++) {
          if (t > 0) predict(state, model);
          expect(rowOf(result.filteredMean, t)).toEqual(state.mean);
          expect(result.filteredCov[t]!.data).toEqual(state.cov);
          expect(result.predictedCov[t]).toEqual(result.filteredCov[t]);
        }
        expect(result.logLikelihood).toBe(0);
      }),
    );
  });

  test("linear: the means of a sum of series and starts are the sum of the means", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(models, fc.double({ min: -3, max: 3, noNaN: true }), ({ model, seed }, s) => {
        const [a, b] = [1, 2].map((k) => draw(model, 20, generator(seed + k)).observations);
        const other = { ...model, m0: model.m0.map((x) => 1 - x) };
        const both = { ...model, m0: model.m0.map((x, i) => x + s * other.m0[i]!) };
        const first = smooth(model, a!).mean;
        const second = smooth(other, b!).mean;
        const sum = smooth(both, add(a!, scale(b!, s))).mean;
        expectClose(sum.data, add(first, scale(second, s)).data, 1e-9);
      }),
    );
  });

  test("the covariance does not depend on the measurements", () => {
    fc.assert(
      fc.property(models, ({ model, seed }) => {
        const [a, b] = [1, 2].map((k) => draw(model, 10, generator(seed + k)).observations);
        expect(filter(model, a!).filteredCov).toEqual(filter(model, b!).filteredCov);
      }),
    );
  });

  test("causal: a later measurement changes no earlier estimate", () => {
    fc.assert(
      fc.property(models, fc.integer({ min: 1, max: 14 }), (c, t) => {
        const y = seriesOf(c, 15);
        const changed = { ...y, data: y.data.slice() };
        changed.data.fill(7, t * y.cols);
        const [a, b] = [filter(c.model, y), filter(c.model, changed)];
        const until = t * c.model.A.rows;
        expect(b.filteredMean.data.subarray(0, until)).toEqual(
          a.filteredMean.data.subarray(0, until),
        );
      }),
    );
  });

  test("measurements one by one (diagonal R) give what they give together", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const together = { ...randomModel(3, 2, 3, seed), R: fromRows([[0.4, 0], [0, 0.7]]) }; // prettier-ignore
        const z = draw(together, 1, generator(seed)).observations.data;
        const both = startFilter(together);
        kalmanStep(both, together, z);
        let belief = { ...together };
        let logLikelihood = 0;
        for (const i of [0, 1]) {
          const single = {
            ...belief,
            C: { rows: 1, cols: 3, data: together.C.data.slice(3 * i, 3 * i + 3) },
            R: fromRows([[together.R.data[3 * i]!]]),
          };
          const state = startFilter(single);
          kalmanStep(state, single, z.slice(i, i + 1));
          logLikelihood += state.logLikelihood;
          belief = { ...together, m0: state.mean, P0: { rows: 3, cols: 3, data: state.cov } };
        }
        expectClose(belief.m0, both.mean, 1e-10);
        expectClose(belief.P0.data, both.cov, 1e-10);
        expectClose([logLikelihood], [both.logLikelihood], 1e-10);
      }),
    );
  });
});

describe("the gain as a gate", () => {
  const variance = fc.double({ min: 1e-12, max: 1e12, noNaN: true });

  test("K = P/(P + R) = 1 − exp(−softplus(log P − log R))", () => {
    fc.assert(
      fc.property(variance, variance, (P, R) => {
        const softplus = Math.log1p(Math.exp(Math.log(P) - Math.log(R)));
        expect(gateDelta(P, R) / softplus).toBeCloseTo(1, 10);
        expect(gateGain(gateDelta(P, R)) / (P / (P + R))).toBeCloseTo(1, 12);
      }),
    );
    expect(gateGain(gateDelta(0, 1))).toBe(0);
    expect(gateGain(gateDelta(1e300, 1e-5))).toBe(1);
  });

  test("the gated recurrence is the filter of a random walk with changing R", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(fc.array(variance, { minLength: 1, maxLength: 30 }), (Rs) => {
        const random = generator(Rs.length);
        const z = Float64Array.from(Rs, () => (random.uniform() < 0.2 ? NaN : random.normal()));
        const run = gatedWalk(z, Float64Array.from(Rs), { q: 0.3, m0: 1, P0: 2 });
        const one = fromRows([[1]]);
        const model = {
          A: one,
          C: one,
          Q: fromRows([[0.3]]),
          R: one,
          m0: Float64Array.of(1),
          P0: fromRows([[2]]),
        };
        const state = startFilter(model);
        Rs.forEach((R, t) => {
          kalmanStep(state, { ...model, R: fromRows([[R]]) }, z.subarray(t, t + 1));
          expectClose([run.mean[t]!, run.gain[t]!], [state.mean[0]!, state.gain[0]!], 1e-9);
        });
      }),
    );
  });
});
