import fc from "fast-check";
import { expect, test } from "vitest";
import { closedLoop, lqr } from "../../src/models/control.ts";
import { simulate } from "../../src/models/ssm.ts";
import { isControllable, poles, spectralRadius } from "../../src/models/structure.ts";
import { add, multiply, normFro, scale, subtract, transpose } from "../../src/numerics/linalg.ts";
import { fromRows, identity, type Matrix, toRows, zeros } from "../../src/numerics/matrix.ts";
import { solve } from "../../src/numerics/solve.ts";
import { expectClose } from "../near.ts";
import { matrix } from "../numerics/arbitrary.ts";

const pairOf = (most: number, inputs: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: inputs }))
    .chain(([n, m]) => fc.tuple(matrix(n, n, 2), matrix(n, m, 2)));

/** How far P is from AᵀPA − AᵀPB (R + BᵀPB)⁻¹ BᵀPA + Q, relative to the size of its terms. */
function residual(A: Matrix, B: Matrix, Q: Matrix, R: Matrix, P: Matrix): number {
  const [AP, BP] = [multiply(transpose(A), P), multiply(transpose(B), P)];
  const gain = solve(add(R, multiply(BP, B)), multiply(BP, A));
  const next = add(subtract(multiply(AP, A), multiply(multiply(AP, B), gain)), Q);
  return normFro(subtract(next, P)) / (normFro(P) * (1 + normFro(A) ** 2));
}

const weights = ([A, B]: readonly [Matrix, Matrix]) =>
  fc
    .tuple(matrix(A.rows, A.rows, 2), matrix(B.cols, B.cols, 2))
    .map(([M, N]) => [
      add(multiply(M, transpose(M)), scale(identity(A.rows), 0.01)),
      add(multiply(N, transpose(N)), scale(identity(B.cols), 0.01)),
    ]);

test("LQR: stable whenever (A, B) is controllable; P solves the Riccati equation and is positive definite", () => {
  const problem = pairOf(5, 2).chain((pair) => fc.tuple(fc.constant(pair), weights(pair)));
  fc.assert(
    fc.property(problem, ([pair, [Q, R]]) => {
      fc.pre(normFro(pair[1]) > 0.1 && isControllable(...pair, 0.02)); // P has digits left
      const [A, B] = pair;
      const { K, P } = lqr(A, B, Q!, R!);
      expect(spectralRadius(closedLoop(A, B, K))).toBeLessThan(1);

      expect(residual(A, B, Q!, R!, P)).toBeLessThan(1e-7); // P can be 1e10 times Q
      expect(normFro(subtract(P, transpose(P)))).toBe(0);
      expect(Math.min(...poles({ A: P }).re)).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});

test("LQR: the cost of its own run is h₀ᵀ P h₀, and any other gain costs more", () => {
  const A = fromRows([
    [1.1, 0.4],
    [-0.2, 0.9],
  ]);
  const B = fromRows([[0.3], [1]]);
  const [Q, R] = [
    fromRows([
      [1, 0.2],
      [0.2, 2],
    ]),
    fromRows([[0.5]]),
  ];
  const { K, P } = lqr(A, B, Q, R);
  const cost = (gain: Matrix) => {
    const loop = { A: closedLoop(A, B, gain), B: zeros(2, 1), C: gain, D: zeros(1, 1) };
    const { states, outputs } = simulate(loop, zeros(2000, 1), { h0: Float64Array.of(3, -1) });
    let sum = 0;
    for (let t = 0; t < 2000; t++) {
      const [x, y] = [states.data[2 * t]!, states.data[2 * t + 1]!];
      sum += x * x + 0.4 * x * y + 2 * y * y + 0.5 * outputs.data[t]! ** 2;
    }
    return sum;
  };
  const least = 9 * P.data[0]! - 6 * P.data[1]! + P.data[3]!;
  expect(cost(K) / least).toBeCloseTo(1, 10);
  for (const [i, by] of [
    [0, 0.02],
    [0, -0.02],
    [1, 0.02],
    [1, -0.02],
  ] as const) {
    const other = fromRows(toRows(K));
    other.data[i]! += by;
    expect(cost(other)).toBeGreaterThan(cost(K));
  }
});

test("published: Laub, IEEE Trans. Automatic Control 24 (1979), example 2: P = φ Q with the golden ratio φ", () => {
  const A = fromRows([
    [4, 3],
    [-4.5, -3.5],
  ]);
  const B = fromRows([[1], [-1]]);
  const Q = fromRows([
    [9, 6],
    [6, 4],
  ]);
  const { K, P } = lqr(A, B, Q, identity(1));
  const golden = (1 + Math.sqrt(5)) / 2;
  expectClose(P.data, scale(Q, golden).data, 1e-12);
  const { re } = poles({ A: closedLoop(A, B, K) });
  expectClose(re, [(3 - Math.sqrt(5)) / 2, -0.5], 1e-12);
});

test("LQR: a scalar model has a closed form, cheap control, dear control, and none at all", () => {
  const one = (x: number) => fromRows([[x]]);
  const gain = (a: number, q: number, r: number) => lqr(one(a), one(1), one(q), one(r));
  for (const [a, q, r] of [
    [1, 1, 1],
    [2, 0.1, 3],
    [0.5, 4, 0.01],
    [-1.5, 1, 1],
  ] as const) {
    const half = (q + (a * a - 1) * r) / 2;
    expect(gain(a, q, r).P.data[0]!).toBeCloseTo(half + Math.sqrt(half * half + q * r), 10);
  }
  expect(gain(2, 1, 1e-9).K.data[0]!).toBeCloseTo(-2, 6); // cheap: dead beat
  expect(gain(2, 1e-9, 1).K.data[0]!).toBeCloseTo(-1.5, 6); // dear: the pole is mirrored to ½
  expect(gain(2, 0, 1).K.data[0]!).toBeCloseTo(-1.5, 12);
  expect(gain(0.5, 0, 1).K.data[0]!).toBeCloseTo(0, 12);
});
