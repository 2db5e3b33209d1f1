import { describe, expect, it } from "vitest";
import {
  continuous,
  leastNormRecall,
  recall,
  recallBasis,
  remember,
} from "../../src/models/hippo.ts";
import { ridgeRecall } from "../../src/models/ridgeRecall.ts";
import { discretize } from "../../src/numerics/discretize.ts";
import { matvec } from "../../src/numerics/linalg.ts";
import { fromRows } from "../../src/numerics/matrix.ts";
import { expectClose } from "../near.ts";
import { lastRow, rms, sample, signal } from "./hippoCases.ts";

describe("ridge recall", () => {
  const dt = 1 / 100;
  const f = sample(signal, 300);
  const read = (measure: "random" | "legt", N: number, from: typeof ridgeRecall) => {
    const { A, B } = continuous(measure, N, 3);
    const bar = discretize(A, { rows: N, cols: 1, data: B }, dt, "zoh");
    const x = lastRow(remember(f, N, { measure, dt, rule: "zoh", seed: 3 }));
    return matvec(from(bar.A, bar.B.data, 300), x);
  };

  it("one number, worked by hand: w = K x / (Σ K² + ε)", () => {
    const W = ridgeRecall(fromRows([[0.5]]), Float64Array.of(2), 3, 0.1);
    const energy = 4 + 1 + 0.25;
    expectClose(
      W.data,
      [2, 1, 0.5].map((k) => k / (1.1 * energy)),
      1e-14,
    );
  });

  it("comes near to the shortest history of leastNormRecall, and reads HiPPO better than a random A", () => {
    for (const measure of ["random", "legt"] as const)
      expect(rms(read(measure, 8, ridgeRecall), read(measure, 8, leastNormRecall))).toBeLessThan(
        0.04,
      );
    const error = (measure: "random" | "legt") =>
      rms(read(measure, 24, ridgeRecall).slice(0, 100), f.toReversed().slice(0, 100));
    expect(error("random")).toBeGreaterThan(1.5 * error("legt"));
  });

  it("an input that the state has forgotten is not invented: a silent memory recalls silence", () => {
    const W = ridgeRecall(continuous("legt", 5).A, new Float64Array(5), 10);
    expect(W.data.every((x) => x === 0)).toBe(true);
  });

  it("the basis of recall is what recall adds up", () => {
    const ages = Float64Array.of(0, 0.3, 1);
    const x = Float64Array.of(1, -2, 0.5, 3);
    for (const measure of ["legs-lti", "legt", "fout", "lagt"] as const)
      expectClose(recall(x, ages, measure), matvec(recallBasis(4, ages, measure), x), 1e-15);
    expect(() => recallBasis(4, ages, "random")).toThrow("measure must be");
  });
});
