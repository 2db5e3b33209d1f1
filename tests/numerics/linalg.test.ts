import fc from "fast-check";
import { expect, test } from "vitest";
import * as linalg from "../../src/numerics/linalg.ts";
import { fromRows, identity, toRows, zeros } from "../../src/numerics/matrix.ts";
import { expectClose } from "../near.ts";
import { matrix, numbers, soundOrRefused, wild, wildMatrix } from "./arbitrary.ts";

const { add, block, hstack, matvec, multiply, normFro, normInf, outer, scale } = linalg;
const { subtract, symmetrise, trace, transpose } = linalg;

const size = fc.integer({ min: 1, max: 11 });
const chain = fc
  .tuple(size, size, size, size)
  .chain(([m, k, n, p]) => fc.tuple(matrix(m, k), matrix(k, n), matrix(n, p)));

test("multiply is the sum over the middle index, for every remainder of the tiles", () => {
  fc.assert(
    fc.property(chain, ([A, B]) => {
      const expected = zeros(A.rows, B.cols);
      for (let i = 0; i < A.rows; i++)
        for (let j = 0; j < B.cols; j++)
          for (let l = 0; l < A.cols; l++)
            expected.data[i * B.cols + j]! += A.data[i * A.cols + l]! * B.data[l * B.cols + j]!;
      expectClose(multiply(A, B).data, expected.data, 1e-13);
    }),
  );
});

test("(A B) C = A (B C), (A B)ᵀ = Bᵀ Aᵀ, A I = A", () => {
  fc.assert(
    fc.property(chain, ([A, B, C]) => {
      const scaleOf = normFro(A) * normFro(B) * normFro(C) + 1e-12;
      const gap = subtract(multiply(multiply(A, B), C), multiply(A, multiply(B, C)));
      expect(normFro(gap) / scaleOf).toBeLessThan(1e-14);
      expect(multiply(transpose(B), transpose(A))).toEqual(transpose(multiply(A, B)));
      expect(multiply(A, identity(A.cols)).data.map((x) => x + 0)).toEqual(
        A.data.map((x) => x + 0),
      );
    }),
  );
});

test("A (B x) = (A B) x", () => {
  const pair = fc
    .tuple(size, size, size)
    .chain(([m, k, n]) => fc.tuple(matrix(m, k), matrix(k, n), numbers(n, n)));
  fc.assert(
    fc.property(pair, ([A, B, x]) => {
      const bound = normFro(A) * normFro(B) * Math.hypot(...x) + 1e-12;
      const one = matvec(A, matvec(B, x));
      matvec(multiply(A, B), x).forEach((y, i) => {
        expect(Math.abs(y - one[i]!) / bound).toBeLessThan(1e-14);
      });
    }),
  );
});

test("tr(A B) = tr(B A), tr(x yᵀ) = yᵀ x", () => {
  const pair = fc
    .tuple(size, size)
    .chain(([m, n]) => fc.tuple(matrix(m, n), matrix(n, m), numbers(n, n), numbers(n, n)));
  fc.assert(
    fc.property(pair, ([A, B, x, y]) => {
      const bound = normFro(A) * normFro(B) + 1e-12;
      expect(Math.abs(trace(multiply(A, B)) - trace(multiply(B, A))) / bound).toBeLessThan(1e-13);
      const dot = x.reduce((sum, xi, i) => sum + xi * y[i]!, 0);
      expect(trace(outer(x, y))).toBeCloseTo(dot, 8);
    }),
  );
});

test("symmetrise, norms, sums on one small example", () => {
  const A = fromRows([
    [1, -2],
    [3, 4],
  ]);
  expect(toRows(symmetrise(A))).toEqual([
    [1, 0.5],
    [0.5, 4],
  ]);
  expect(normInf(A)).toBe(7);
  expect(normFro(A)).toBeCloseTo(Math.sqrt(30), 14);
  expect(normFro(scale(A, 1e200))).toBeCloseTo(Math.sqrt(30) * 1e200, -187);
  expect(normFro(zeros(2, 2))).toBe(0);
  expect(add(A, scale(A, -1))).toEqual(zeros(2, 2));
  expect(subtract(A, A)).toEqual(zeros(2, 2));
});

test("block and hstack lay matrices out", () => {
  const A = fromRows([[1, 2]]);
  const B = fromRows([[3]]);
  expect(toRows(hstack(A, B))).toEqual([[1, 2, 3]]);
  expect(
    toRows(
      block([
        [A, B],
        [zeros(2, 1), identity(2)],
      ]),
    ),
  ).toEqual([
    [1, 2, 3],
    [0, 1, 0],
    [0, 0, 1],
  ]);
});

test("wrong arguments are named", () => {
  const [two, three] = [identity(2), identity(3)];
  expect(() => multiply(two, three)).toThrow("B must be a matrix of 2 rows to follow A, got 3×3");
  expect(() => matvec(two, new Float64Array(3))).toThrow("x must be a vector of length 2");
  expect(() => matvec(two, Float64Array.of(1, NaN))).toThrow(
    "x[1] must be a finite number, got NaN",
  );
  expect(() => add(two, three)).toThrow("B must be 2×2 like A, got 3×3");
  expect(() => scale(two, NaN)).toThrow("s must be a finite number, got NaN");
  expect(() => trace(zeros(2, 3))).toThrow("A must be square, got 2×3");
  expect(() => symmetrise(zeros(2, 3))).toThrow("A must be square, got 2×3");
  expect(() => outer(new Float64Array(0), Float64Array.of(1))).toThrow("rows must be");
  expect(() => hstack(two, three)).toThrow("grid[0][1] must be of 2 rows, got 3×3");
  expect(() => block([[two], [three]])).toThrow("grid[1] must be 2 columns wide");
  expect(() => block([])).toThrow("rows must be");
  const holed = { rows: 2, cols: 2, data: Float64Array.of(1, 2, NaN, 4) };
  expect(() => multiply(two, holed)).toThrow("B.data[2] must be a finite number, got NaN");
  expect(() => multiply(holed, two)).toThrow("A.data[2] must be a finite number, got NaN");
  expect(() => scale(scale(two, 1e300), 1e300)).toThrow("s A must be finite");
});

test("no NaN leaves silently", () => {
  fc.assert(
    fc.property(
      wildMatrix(3),
      wildMatrix(3),
      wild,
      fc.array(wild, { maxLength: 4 }),
      (A, B, s, x) => {
        const v = Float64Array.from(x);
        soundOrRefused(() => multiply(A, B));
        soundOrRefused(() => matvec(A, v));
        soundOrRefused(() => add(A, B));
        soundOrRefused(() => subtract(A, B));
        soundOrRefused(() => scale(A, s));
        soundOrRefused(() => outer(v, v));
        soundOrRefused(() => transpose(A));
        soundOrRefused(() => symmetrise(A));
        soundOrRefused(() => trace(A));
        soundOrRefused(() => hstack(A, B));
        soundOrRefused(() => normInf(A));
        soundOrRefused(() => normFro(A));
      },
    ),
    { numRuns: 500 },
  );
});
