import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  draw,
  filter,
  riccatiResidual,
  steadyFilter,
  steadyState,
} from "../../src/models/kalman.ts";
import { matvec, multiply } from "../../src/numerics/linalg.ts";
import { fromRows, zeros } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import { expectClose } from "../near.ts";
import { models, rowOf, randomModel } from "./kalmanCases.ts";

vi.setConfig({ testTimeout: 60_000 }); // the machines that check this are busy ones

const blind = (a: number, q: number) => ({
  A: fromRows([[0.5, 0], [0, a]]), // prettier-ignore
  C: fromRows([[1, 0]]),
  Q: fromRows([[1, 0], [0, q]]), // prettier-ignore
  R: fromRows([[1]]),
});

describe("steady state", () => {
  test("solves the DARE, and the filter converges to it", () => {
    fc.assert(
      fc.property(models, ({ model, seed }) => {
        const P = steadyState(model);
        expect(riccatiResidual(model, P)).toBeLessThan(1e-12);
        const y = draw(model, 800, generator(seed)).observations;
        expectClose(filter(model, y).predictedCov.at(-1)!.data, P.data, 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  test("also without measurement noise, where C Q Cᵀ is positive definite", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const model = { ...randomModel(3, 1, 3, seed), R: zeros(1, 1) };
        const P = steadyState(model);
        const y = draw(model, 800, generator(seed)).observations;
        expectClose(filter(model, y).predictedCov.at(-1)!.data, P.data, 1e-8);
      }),
      { numRuns: 40 },
    );
  });

  test("an unstable state without noise keeps the variance that tracking it takes", () => {
    const model = { A: fromRows([[1.5]]), C: fromRows([[1]]), Q: zeros(1, 1), R: fromRows([[1]]) };
    expect(steadyState(model).data[0]).toBeCloseTo(1.25, 12); // P = a²P/(P + 1), P > 0
  });

  test("an undetectable model is refused", () => {
    for (const model of [blind(1, 1), blind(1, 0), blind(1.1, 1)])
      expect(() => steadyState(model)).toThrow(/\(A, C\) must be detectable/);
    expect(steadyState(blind(0.5, 1)).data[3]).toBeCloseTo(1 / 0.75, 12);
  });

  test("the steady filter is a linear time-invariant system: its kernel gives the filter's means", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(models, ({ model, seed }) => {
        const { predictedCov, gain, closedLoop } = steadyFilter(model);
        const start = { ...model, m0: new Float64Array(model.A.rows), P0: predictedCov };
        const y = draw(model, 30, generator(seed)).observations;
        const kernel = [gain];
        for (let i = 1; i < 30; i++) kernel.push(multiply(closedLoop, kernel.at(-1)!));
        const means = filter(start, y).filteredMean;
        const sum = new Float64Array(model.A.rows);
        for (let i = 0; i < 30; i++)
          matvec(kernel[i]!, rowOf(y, 29 - i)).forEach((x, j) => (sum[j]! += x));
        expectClose(sum, rowOf(means, 29), 1e-9, 1e-6);
      }),
    );
  });
});
