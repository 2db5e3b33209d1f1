import fc from "fast-check";
import { expect, test } from "vitest";
import { closedLoop, lqr, placePoles } from "../../src/models/control.ts";
import * as structure from "../../src/models/structure.ts";
import type { ComplexVector } from "../../src/numerics/complex.ts";
import { add, multiply, normFro, scale, subtract, transpose } from "../../src/numerics/linalg.ts";
import { fromRows, identity, type Matrix, zeros } from "../../src/numerics/matrix.ts";
import { expectClose } from "../near.ts";
import { matrix, soundOrRefused, wildMatrix } from "../numerics/arbitrary.ts";

const { controllabilityMatrix, isControllable, observabilityMatrix } = structure;
const { poles, spectralRadius } = structure;

const complex = (...pairs: [number, number][]): ComplexVector => ({
  re: Float64Array.from(pairs, ([re]) => re),
  im: Float64Array.from(pairs, ([, im]) => im),
});

const pairOf = (most: number, inputs: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: inputs }))
    .chain(([n, m]) => fc.tuple(matrix(n, n, 2), matrix(n, m, 2)));

/** Controllable with room to spare, so that rounding is not the subject. */
const firm = ([A, B]: readonly [Matrix, Matrix]) => isControllable(A, B, 1e-3);

test("published: Ogata, Modern Control Engineering, 5th ed., example 10–1, K = [199 55 8]", () => {
  const A = fromRows([
    [0, 1, 0],
    [0, 0, 1],
    [-1, -5, -6],
  ]);
  const B = fromRows([[0], [0], [1]]);
  const K = placePoles(A, B, complex([-2, 4], [-2, -4], [-10, 0]));
  expectClose(K.data, [-199, -55, -8], 1e-12); // our sign: u = K h
});

test("placed poles are poles", () => {
  const wanted = fc.array(
    fc.tuple(
      fc.double({ min: -0.9, max: 0.9, noNaN: true }),
      fc.double({ min: 0, max: 0.9, noNaN: true }),
    ),
    { minLength: 4, maxLength: 4 },
  );
  fc.assert(
    fc.property(pairOf(4, 1), wanted, (pair, list) => {
      fc.pre(firm(pair));
      const [A, B] = pair;
      const chosen: [number, number][] = [];
      for (const [re, im] of list) {
        if (chosen.length + 2 <= A.rows && im > 0.1) chosen.push([re, im], [re, -im]);
        else if (chosen.length < A.rows) chosen.push([re, 0]);
      }
      const K = placePoles(A, B, complex(...chosen));
      const loop = closedLoop(A, B, K);
      // By the characteristic polynomial: the poles themselves split like √ε where two meet
      for (const [re, im] of chosen.filter(([, y]) => y >= 0)) {
        const shifted = subtract(loop, scale(identity(A.rows), re));
        const squared = add(multiply(shifted, shifted), scale(identity(A.rows), im * im));
        expect(smallest(squared) / (1 + normFro(loop)) ** 2).toBeLessThan(1e-8);
      }
      const sum = chosen.reduce((total, [re]) => total + re, 0);
      const { re } = poles({ A: loop });
      expect(re.reduce((a, b) => a + b, 0)).toBeCloseTo(sum, 5);
    }),
  );
});

/** The least singular value, through the eigenvalues of MᵀM. */
function smallest(M: Matrix): number {
  const { re } = poles({ A: multiply(transpose(M), M) });
  return Math.sqrt(Math.max(0, Math.min(...re)));
}

test("dead beat: all poles at 0 bring any state to rest in n steps", () => {
  fc.assert(
    fc.property(pairOf(4, 1), (pair) => {
      fc.pre(firm(pair));
      const [A, B] = pair;
      const loop = closedLoop(A, B, placePoles(A, B, zeroPoles(A.rows)));
      let power = identity(A.rows);
      for (let i = 0; i < A.rows; i++) power = multiply(power, loop);
      expect(normFro(power) / (1 + normFro(loop)) ** A.rows).toBeLessThan(1e-9);
    }),
  );
});

function zeroPoles(n: number): ComplexVector {
  return { re: new Float64Array(n), im: new Float64Array(n) };
}

test("the double integrator of the course: poles at ½ ± ½i", () => {
  const [A, B] = [
    fromRows([
      [1, 1],
      [0, 1],
    ]),
    fromRows([[0], [1]]),
  ];
  const K = placePoles(A, B, complex([0.5, 0.5], [0.5, -0.5]));
  expectClose(K.data, [-0.5, -1], 1e-14);
  const { re, im } = poles({ A: closedLoop(A, B, K) });
  expectClose(re, [0.5, 0.5], 1e-14);
  expectClose(im, [0.5, -0.5], 1e-14);
});

test("wrong arguments are named", () => {
  const [A, B] = [
    fromRows([
      [1, 1],
      [0, 1],
    ]),
    fromRows([[0], [1]]),
  ];
  const I = identity(2);
  const both = complex([0.5, 0], [0.1, 0]);
  expect(() => closedLoop(A, B, zeros(2, 1))).toThrow("K must be 1×2, got 2×1");
  expect(() => placePoles(A, I, both)).toThrow("B must be a single column");
  expect(() => placePoles(A, B, complex([0.5, 0]))).toThrow("poles.re must be of length 2");
  expect(() => placePoles(A, B, complex([0.5, 1], [0.5, 1]))).toThrow(
    "poles must be closed under conjugation",
  );
  expect(() => placePoles(I, B, both)).toThrow("(A, B) must be controllable");
  expect(() => lqr(A, B, identity(3), identity(1))).toThrow("Q must be 2×2, got 3×3");
  expect(() => lqr(A, B, scale(I, -1), identity(1))).toThrow("Q[0][0] must be a variance");
  expect(() => lqr(A, B, I, zeros(1, 1))).toThrow("R must be positive definite");
  expect(() => lqr(A, B, I, identity(2))).toThrow("R must be 1×1, got 2×2");
  expect(() => lqr(scale(I, 2), B, I, identity(1))).toThrow("(A, B) must be stabilisable");
  expect(() => controllabilityMatrix(A, zeros(3, 1))).toThrow("B must be 2×any, got 3×1");
  expect(() => observabilityMatrix(A, zeros(1, 3))).toThrow("C must be any×2, got 1×3");
  expect(() => poles({ A: zeros(1, 2) })).toThrow("A must be square");
});

test("no NaN leaves silently and nothing hangs", () => {
  fc.assert(
    fc.property(wildMatrix(2), wildMatrix(2), wildMatrix(2), wildMatrix(2), (A, B, Q, R) => {
      soundOrRefused(() => closedLoop(A, B, Q));
      soundOrRefused(() => placePoles(A, B, { re: Q.data, im: R.data }));
      soundOrRefused(() => lqr(A, B, Q, R));
      soundOrRefused(() => controllabilityMatrix(A, B));
      soundOrRefused(() => observabilityMatrix(A, B));
      soundOrRefused(() => isControllable(A, B));
      soundOrRefused(() => spectralRadius(A));
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(wildMatrix(1), wildMatrix(1), wildMatrix(1), wildMatrix(1), (A, B, Q, R) => {
      soundOrRefused(() => lqr(A, B, Q, R));
      soundOrRefused(() => placePoles(A, B, { re: Q.data, im: R.data }));
    }),
    { numRuns: 1000 },
  );
});
