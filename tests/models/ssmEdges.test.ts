import fc from "fast-check";
import { expect, test } from "vitest";
import {
  impulseResponse,
  simulate,
  type OutputTiming,
  type StateSpace,
} from "../../src/models/ssm.ts";
import {
  matvec,
  multiply,
  normFro,
  scale,
  subtract,
  transpose,
} from "../../src/numerics/linalg.ts";
import { fromRows, identity, type Matrix, zeros } from "../../src/numerics/matrix.ts";
import { normals } from "../../src/numerics/random.ts";
import { solve } from "../../src/numerics/solve.ts";
import { spectralRadius } from "../../src/models/structure.ts";
import { matrix, soundOrRefused, wildMatrix } from "../numerics/arbitrary.ts";

const modelOf = ({ A, B, C, D }: Record<"A" | "B" | "C" | "D", number[][]>): StateSpace => ({
  A: fromRows(A),
  B: fromRows(B),
  C: fromRows(C),
  D: fromRows(D),
});

test("noise: the same seed the same run, another seed another, and none when Q = R = 0", () => {
  const model = modelOf({
    A: [
      [0.8, 0.3],
      [-0.2, 0.6],
    ],
    B: [[1], [0.5]],
    C: [[1, -1]],
    D: [[0.1]],
  });
  const u = fromRows(Array.from({ length: 50 }, (_, t) => [Math.sin(t / 3)]));
  const plain = simulate(model, u);
  const [Q, R] = [scale(identity(2), 0.1), scale(identity(1), 0.2)];
  const noisy = simulate(model, u, { noise: { Q, R, seed: 1 } });
  expect(simulate(model, u, { noise: { Q, R, seed: 1 } })).toEqual(noisy);
  expect(simulate(model, u, { noise: { Q, R, seed: 2 } }).outputs).not.toEqual(noisy.outputs);
  expect(noisy.outputs).not.toEqual(plain.outputs);
  expect(simulate(model, u, { noise: { seed: 1 } })).toEqual(plain);
  const none = { Q: zeros(2, 2), R: zeros(1, 1), seed: 1 };
  expect(simulate(model, u, { noise: none })).toEqual(plain);
  // The same numbers at hand: three a step.
  const at = (seed: number, n = 150) => ({ noise: { Q, R, draws: normals(seed, n) } });
  expect(simulate(model, u, at(1))).toEqual(noisy);
  expect(simulate(model, u, at(2)).outputs).not.toEqual(noisy.outputs);
  expect(() => simulate(model, u, at(1, 149))).toThrow("draws must be at least 150 numbers");
});

test("noise: the state settles at the covariance P = A P Aᵀ + Q, the output at C P Cᵀ + R, Q singular", () => {
  const A = fromRows([
    [0.8, 0.3],
    [-0.2, 0.6],
  ]);
  const C = fromRows([[1, -1]]);
  const Q = fromRows([
    [1, 2],
    [2, 4],
  ]);
  const R = fromRows([[0.5]]);
  // vec P = (I − A ⊗ A)⁻¹ vec Q
  const K = identity(4);
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < 4; j++)
      K.data[i * 4 + j]! -= A.data[(i >> 1) * 2 + (j >> 1)]! * A.data[(i & 1) * 2 + (j & 1)]!;
  const P: Matrix = { rows: 2, cols: 2, data: solve(K, { rows: 4, cols: 1, data: Q.data }).data };
  const L = 200_000;
  const run = simulate({ A, B: zeros(2, 1), C, D: zeros(1, 1) }, zeros(L, 1), {
    noise: { Q, R, seed: 3 },
  });
  const found = scale(multiply(transpose(run.states), run.states), 1 / L);
  expect(normFro(subtract(found, P)) / normFro(P)).toBeLessThan(0.02);
  const variance = run.outputs.data.reduce((sum, y) => sum + y * y, 0) / L;
  const expected = multiply(multiply(C, P), transpose(C)).data[0]! + 0.5;
  expect(variance / expected).toBeCloseTo(1, 1.5);
});

test("an unstable model that outgrows Float64 stops at a known step, and nothing infinite leaves", () => {
  const one = fromRows([[1]]);
  const model = { A: fromRows([[10]]), B: one, C: one, D: zeros(1, 1) };
  const { states, outputs, finite } = simulate(model, {
    rows: 400,
    cols: 1,
    data: new Float64Array(400).fill(1),
  });
  // h_t = (10ᵗ − 1)/9 passes 1.8e308 at t = 310
  expect(finite).toBe(310);
  expect(states.data[309]!).toBeGreaterThan(1e307);
  expect(states.data.slice(310)).toEqual(new Float64Array(90));
  expect(outputs.data.slice(310)).toEqual(new Float64Array(90));
  const response = impulseResponse(model, 400);
  expect(response.finite).toBe(310);
  expect(response.outputs.data.slice(310)).toEqual(new Float64Array(90));
});

test("stable means bounded: below 1 the response to an impulse fades, above 1 it grows", () => {
  fc.assert(
    fc.property(matrix(3, 3, 1), fc.double({ min: 0.1, max: 0.9, noNaN: true }), (M, radius) => {
      const size = spectralRadius(M);
      fc.pre(size > 0.1);
      const A = scale(M, radius / size);
      const model = { A, B: identity(3), C: identity(3), D: zeros(3, 3) };
      const { outputs } = impulseResponse(model, 1500);
      const last = outputs.data.slice(-9);
      expect(Math.hypot(...last)).toBeLessThan(1e-6);
      const grown = impulseResponse({ ...model, A: scale(A, 1.2 / radius) }, 200).outputs;
      expect(Math.hypot(...grown.data.slice(-9))).toBeGreaterThan(1e3);
    }),
    { numRuns: 30 },
  );
});

test("one step by hand", () => {
  const model = modelOf({
    A: [
      [1, 1],
      [0, 1],
    ],
    B: [[0], [1]],
    C: [[1, 0]],
    D: [[2]],
  });
  const run = simulate(model, fromRows([[1], [0], [0]]), { h0: Float64Array.of(3, 1) });
  expect([...run.states.data]).toEqual([3, 1, 4, 2, 6, 2]);
  expect([...run.outputs.data]).toEqual([5, 4, 6]);
  const now = simulate(model, fromRows([[1]]), { h0: Float64Array.of(3, 1), readout: "immediate" });
  expect([...now.states.data]).toEqual(
    [...matvec(model.A, Float64Array.of(3, 1))].map((x, i) => x + i),
  );
});

test("wrong arguments are named", () => {
  const model = modelOf({
    A: [
      [1, 1],
      [0, 1],
    ],
    B: [[0], [1]],
    C: [[1, 0]],
    D: [[2]],
  });
  const u = zeros(3, 1);
  const bad = (change: Partial<StateSpace>) => () => simulate({ ...model, ...change }, u);
  expect(bad({ A: zeros(2, 3) })).toThrow("A must be square, got 2×3");
  expect(bad({ B: zeros(3, 1) })).toThrow("B must be 2×any, got 3×1");
  expect(bad({ C: zeros(1, 3) })).toThrow("C must be any×2, got 1×3");
  expect(bad({ D: zeros(2, 1) })).toThrow("D must be 1×1, got 2×1");
  expect(bad({ A: { rows: 1, cols: 1, data: Float64Array.of(NaN) } })).toThrow("A.data[0] must be");
  expect(() => simulate(model, zeros(3, 2))).toThrow("u must be any×1, got 3×2");
  expect(() => simulate(model, { rows: 0, cols: 1, data: new Float64Array(0) })).toThrow(
    "u.rows must be a whole number of at least 1, got 0",
  );
  expect(() => simulate(model, fromRows([[1]]), { h0: new Float64Array(3) })).toThrow(
    "h0 must be a Float64Array of length 2, got length 3",
  );
  expect(() => simulate(model, u, { readout: "late" as OutputTiming })).toThrow(
    'readout must be "delayed" or "immediate", got late',
  );
  const noise = (Q: Matrix) => () => simulate(model, u, { noise: { Q, seed: 1 } });
  expect(noise(identity(3))).toThrow("Q must be 2×2, got 3×3");
  expect(noise(scale(identity(2), -1))).toThrow("Q[0][0] must be a variance of at least 0, got -1");
  expect(() => simulate(model, u, { noise: { seed: 0.5 } })).toThrow("seed must be a whole number");
  expect(() => impulseResponse(model, 0)).toThrow("L must be a whole number of at least 1, got 0");
});

test("no NaN leaves silently", () => {
  fc.assert(
    fc.property(
      wildMatrix(2),
      wildMatrix(2),
      wildMatrix(2),
      wildMatrix(2),
      wildMatrix(3),
      (A, B, C, D, u) => {
        soundOrRefused(() => simulate({ A, B, C, D }, u, { h0: C.data }));
        soundOrRefused(() => simulate({ A, B, C, D }, u, { noise: { Q: A, R: D, seed: 1 } }));
        soundOrRefused(() => impulseResponse({ A, B, C, D }, 5));
      },
    ),
    { numRuns: 1000 },
  );
  // The same with shapes that always fit, so that runs overflow
  const fitting = fc.tuple(
    wildMatrix(1),
    wildMatrix(1),
    wildMatrix(1),
    wildMatrix(1),
    wildMatrix(1),
  );
  fc.assert(
    fc.property(fitting, ([A, B, C, D, u]) => {
      soundOrRefused(() => simulate({ A, B, C, D }, u, { h0: C.data }));
      soundOrRefused(() => simulate({ A, B, C, D }, u, { noise: { Q: A, R: D, seed: 1 } }));
      soundOrRefused(() => impulseResponse({ A, B, C, D }, 40, "immediate"));
    }),
    { numRuns: 1000 },
  );
});
