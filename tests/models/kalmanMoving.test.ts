import fc from "fast-check";
import { expect, test } from "vitest";
import { column, filter, type KalmanModel } from "../../src/models/kalman.ts";
import { lookBack } from "../../src/models/kalman/lookBack.ts";
import { add, matvec, multiply, transpose } from "../../src/numerics/linalg.ts";
import { fromRows, type Matrix } from "../../src/numerics/matrix.ts";
import { normals } from "../../src/numerics/random.ts";
import { solve } from "../../src/numerics/solve.ts";

const model: KalmanModel = {
  A: fromRows([
    [0.9, 0.2],
    [-0.3, 0.7],
  ]),
  C: fromRows([[1, 0.5]]),
  Q: fromRows([
    [0.3, 0.1],
    [0.1, 0.2],
  ]),
  R: fromRows([[0.4]]),
  m0: Float64Array.of(0.5, -1),
  P0: fromRows([
    [1, 0.3],
    [0.3, 2],
  ]),
};
const movesOf = (seed: number, count: number): Matrix[] =>
  Array.from({ length: count }, (_, t) => ({
    rows: 2,
    cols: 2,
    data: normals(seed + t, 4).map((x) => 0.7 * x),
  }));

test("transitions that are all alike give what one transition gives, to the last bit", () => {
  const y = column(normals(3, 40));
  y.data.fill(NaN, 10, 13);
  const one = filter(model, y);
  const many = Array.from({ length: 39 }, () => model.A);
  const moving = filter(model, y, many);
  expect(moving).toEqual(one);
  expect(lookBack(model, moving, { moves: many })).toEqual(lookBack(model, one));
});

/** All states and measurements up to T as one Gaussian, and what it says of the states once `seen` of them are known. */
function conditioned(moves: readonly Matrix[], y: Float64Array, seen: number, R: Matrix) {
  const T = y.length;
  // cov(x_s, x_t) = cov(x_s, x_s) (A_{t−1} ⋯ A_s)ᵀ
  const own = [model.P0];
  const means: Float64Array[] = [model.m0];
  for (let t = 1; t < T; t++) {
    const A = moves[t - 1]!;
    own.push(add(multiply(multiply(A, own[t - 1]!), transpose(A)), model.Q));
    means.push(matvec(A, means[t - 1]!));
  }
  const cov = (s: number, t: number): Matrix => {
    if (s > t) return transpose(cov(t, s));
    let M = own[s]!;
    for (let k = s; k < t; k++) M = multiply(M, transpose(moves[k]!));
    return M;
  };
  const { C } = model;
  const between = (t: number) => {
    const parts = Array.from({ length: seen }, (_, s) => multiply(cov(t, s), transpose(C)));
    return fromRows([0, 1].map((i) => parts.map((part) => part.data[i]!)));
  };
  const known = fromRows(
    Array.from({ length: seen }, (_, s) =>
      Array.from(
        { length: seen },
        (__, t) =>
          multiply(multiply(C, cov(s, t)), transpose(C)).data[0]! + (s === t ? R.data[0]! : 0),
      ),
    ),
  );
  const left = fromRows(Array.from({ length: seen }, (_, s) => [y[s]! - matvec(C, means[s]!)[0]!]));
  return (t: number) => {
    const G = transpose(solve(known, transpose(between(t))));
    const pull = multiply(G, left).data;
    const less = multiply(G, transpose(between(t))).data;
    return {
      mean: means[t]!.map((x, i) => x + pull[i]!),
      cov: cov(t, t).data.map((x, k) => x - less[k]!),
    };
  };
}

const near = (a: Float64Array, b: Float64Array) =>
  a.forEach((x, i) => expect(Math.abs(x - b[i]!)).toBeLessThan(1e-9 * (1 + Math.abs(x))));

test.each([
  ["its measurements noisy", model.R, 6],
  ["its measurements exact", fromRows([[0]]), 3],
])(
  "each with a transition of its own, %s: filter and smoother are the joint Gaussian's, conditioned",
  (_, R, T) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const moves = movesOf(20 * seed, T - 1);
        const y = normals(seed, T);
        const with_ = { ...model, R };
        const filtered = filter(with_, column(y), moves);
        const smoothed = lookBack(with_, filtered, { moves });
        const row = (m: Matrix, t: number) => m.data.slice(2 * t, 2 * t + 2);
        for (let t = 0; t < T; t++) {
          const past = conditioned(moves, y, t + 1, R)(t);
          near(past.mean, row(filtered.filteredMean, t));
          near(past.cov, filtered.filteredCov[t]!.data);
          const all = conditioned(moves, y, T, R)(t);
          near(all.mean, row(smoothed.mean, t));
          near(all.cov, smoothed.cov[t]!.data);
        }
      }),
      { numRuns: 20, seed: 7 },
    );
  },
);

test("too few transitions, or of another size, are refused by name", () => {
  const y = column(normals(3, 4));
  expect(() => filter(model, y, [model.A, model.A])).toThrow(/moves.*3 transitions/);
  const wide = fromRows([[1]]);
  expect(() => filter(model, y, [model.A, wide, model.A])).toThrow(/moves\[1\]/);
  expect(() => lookBack(model, filter(model, y), { moves: [] })).toThrow(/moves/);
});
