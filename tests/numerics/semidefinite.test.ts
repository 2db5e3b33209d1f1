import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { multiply, transpose } from "../../src/numerics/linalg.ts";
import { fromRows, identity, type Matrix, zeros } from "../../src/numerics/matrix.ts";
import { generator } from "../../src/numerics/random.ts";
import {
  checkCovariance,
  factorSemidefinite,
  semidefiniteRoot,
  solveSemidefinite,
} from "../../src/numerics/semidefinite.ts";
import { expectClose } from "../near.ts";

/** W Wᵀ of a random n×rank W whose rows differ in scale by up to 10⁶. */
const covariances = fc
  .record({
    n: fc.integer({ min: 1, max: 6 }),
    rank: fc.integer({ min: 0, max: 6 }),
    seed: fc.integer({ min: 0, max: 1e6 }),
  })
  .map(({ n, rank, seed }) => {
    const random = generator(seed);
    const W = zeros(n, Math.max(1, Math.min(rank, n)));
    for (let i = 0; i < n; i++) {
      const size = rank === 0 ? 0 : 10 ** (6 * random.uniform() - 3);
      for (let k = 0; k < W.cols; k++) W.data[i * W.cols + k] = size * random.normal();
    }
    return { P: multiply(W, transpose(W)), rank: Math.min(rank, n), random };
  });

describe("laws", () => {
  test("the root is a root, and the rank is found", () => {
    fc.assert(
      fc.property(covariances, ({ P, rank }) => {
        const W = semidefiniteRoot("P", P);
        expectClose(multiply(W, transpose(W)).data, P.data, 1e-13);
        expect(factorSemidefinite("P", P).rank).toBeLessThanOrEqual(rank);
        expect(checkCovariance("P", P)).toBe(P);
      }),
    );
  });

  test("solves what can be solved: P X = B for B = P Y", () => {
    fc.assert(
      fc.property(covariances, ({ P, random }) => {
        const Y = zeros(P.rows, 2);
        for (let i = 0; i < Y.data.length; i++) Y.data[i] = random.normal();
        const B = multiply(P, Y);
        const residual = multiply(P, solveSemidefinite("P", P, B));
        for (let i = 0; i < P.rows; i++)
          for (let j = 0; j < 2; j++) {
            const scale = Math.sqrt(P.data[i * (P.rows + 1)]!) * (1 + Math.sqrt(P.rows)) * 1e4;
            const error = Math.abs(residual.data[i * 2 + j]! - B.data[i * 2 + j]!);
            expect(error).toBeLessThanOrEqual(1e-9 * scale);
          }
      }),
    );
  });

  test("a matrix with one eigenvalue clearly below 0 is refused", () => {
    fc.assert(
      fc.property(covariances, ({ P }) => {
        const n = P.rows;
        const broken: Matrix = { ...P, data: P.data.slice() };
        broken.data[n * n - 1]! -= 1.01 * P.data[n * n - 1]! + 1;
        expect(() => checkCovariance("P", broken)).toThrow(/^P/);
      }),
    );
  });
});

test("examples", () => {
  expect(factorSemidefinite("P", zeros(3, 3)).rank).toBe(0);
  expect(factorSemidefinite("P", identity(3)).rank).toBe(3);
  expect(factorSemidefinite("P", fromRows([[1, 1], [1, 1]])).rank).toBe(1); // prettier-ignore
  const half = solveSemidefinite("P", fromRows([[4, 0], [0, 0]]), fromRows([[2], [0]])); // prettier-ignore
  expect([...half.data]).toEqual([0.5, 0]);
});

test("bad arguments throw by name", () => {
  expect(() => checkCovariance("Q", fromRows([[1, 2], [2, 1]]))).toThrow(/^Q must be positive semidefinite/); // prettier-ignore
  expect(() => checkCovariance("Q", fromRows([[0, 1], [1, 1]]))).toThrow(/^Q\[0\]\[1\] must be 0/); // prettier-ignore
  expect(() => checkCovariance("Q", fromRows([[-1]]))).toThrow(/^Q\[0\]\[0\] must be a variance/);
  expect(() => checkCovariance("Q", fromRows([[1, 0], [0.1, 1]]))).toThrow(/^Q must be symmetric/); // prettier-ignore
  expect(() => checkCovariance("Q", zeros(2, 3))).toThrow(/^Q must be/);
  expect(() => checkCovariance("Q", identity(2), 3)).toThrow(/^Q must be 3×3/);
  expect(() => solveSemidefinite("Q", identity(2), zeros(3, 1))).toThrow(/^B must be/);
});
