import { describe, expect, it } from "vitest";
import { inBasis } from "../../src/models/basis.ts";
import { impulseResponse } from "../../src/models/ssm.ts";
import { eigenvalues } from "../../src/numerics/eigen.ts";
import { fromRows, zeros } from "../../src/numerics/matrix.ts";
import { expectClose as near } from "../near.ts";

const model = {
  A: fromRows([
    [0.8, 0.2],
    [0.1, 0.7],
  ]),
  B: fromRows([[0.8], [0.1]]),
  C: fromRows([[-0.1, 1.5]]),
  D: fromRows([[0.3]]),
};

describe("inBasis", () => {
  it("is diagonal in the eigenvectors, with what they hold of B and C", () => {
    const T = fromRows([
      [0.6, 0.2],
      [0.3, -0.2],
    ]);
    const { A, B, C, D } = inBasis(model, T);
    near(A.data, [0.9, 0, 0, 0.6], 4e-15);
    near(B.data, [1, 1], 4e-15);
    near(C.data, [0.39, -0.32], 4e-15);
    expect(D).toBe(model.D);
  });

  it("answers a push as before, with three numbers too, and has the same eigenvalues", () => {
    const three = {
      A: fromRows([
        [0.5, 0.2, 0],
        [-0.3, 0.6, 0.1],
        [0, 0.4, -0.7],
      ]),
      B: fromRows([[1], [0], [0.5]]),
      C: fromRows([[0.2, 1, -1]]),
      D: zeros(1, 1),
    };
    const T = fromRows([
      [1, 2, 0],
      [0, 1, -1],
      [3, 0, 1],
    ]);
    const other = inBasis(three, T);
    near(impulseResponse(other, 20).outputs.data, impulseResponse(three, 20).outputs.data, 1e-12);
    const [old, now] = [eigenvalues(three.A), eigenvalues(other.A)];
    near(now.re.toSorted(), old.re.toSorted(), 1e-12);
  });

  it("refuses a T that is none", () => {
    const flat = fromRows([
      [2, 1],
      [4, 2],
    ]);
    expect(() => inBasis(model, flat)).toThrow("T must be non-singular");
  });
});
