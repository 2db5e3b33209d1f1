import fc from "fast-check";
import { expect, test } from "vitest";
import { qr, rank, svd } from "./decompose.ts";
import { eigenSymmetric, eigenvalues } from "../../src/numerics/eigen.ts";
import { eigenvalues2x2 } from "../../src/numerics/eigen2x2.ts";
import * as linalg from "../../src/numerics/linalg.ts";
import { fromRows, identity, type Matrix, toRows, zeros } from "../../src/numerics/matrix.ts";
import { determinant } from "../../src/numerics/solve.ts";
import { expectClose } from "../near.ts";
import { matrix, soundOrRefused, square, wildMatrix } from "./arbitrary.ts";

const { multiply, normFro, scale, subtract, symmetrise, trace, transpose } = linalg;

function diagonal(values: ArrayLike<number>): Matrix {
  const D = zeros(values.length, values.length);
  for (let i = 0; i < values.length; i++) D.data[i * values.length + i] = values[i]!;
  return D;
}

test("Σλ = tr A, Πλ = det A, conjugate pairs together, real parts falling", () => {
  fc.assert(
    fc.property(square(7), (A) => {
      const { re, im } = eigenvalues(A);
      const size = normFro(A) + 1e-9;
      const sum = re.reduce((total, x) => total + x, 0);
      expect(Math.abs(sum - trace(A)) / size).toBeLessThan(1e-12);
      let [pr, pi] = [1, 0];
      re.forEach((x, i) => ([pr, pi] = [pr * x - pi * im[i]!, pr * im[i]! + pi * x]));
      expect(Math.abs(pr - determinant(A)) / size ** A.rows).toBeLessThan(1e-11);
      expect(Math.abs(pi) / size ** A.rows).toBeLessThan(1e-11);
      for (let i = 1; i < re.length; i++) expect(re[i]).toBeLessThanOrEqual(re[i - 1]!);
      im.forEach((y, i) => {
        if (y > 0) expect([re[i + 1], im[i + 1]]).toEqual([re[i], -y]);
      });
    }),
  );
});

test("Cayley–Hamilton: A is a root of its own characteristic polynomial", () => {
  fc.assert(
    fc.property(square(5, 2), (A) => {
      const { re, im } = eigenvalues(A);
      const [n, I] = [A.rows, identity(A.rows)];
      let P = I;
      for (let i = 0; i < n; i++) {
        if (im[i] === 0) P = multiply(P, subtract(A, scale(I, re[i]!)));
        else if (im[i]! > 0) {
          const square = scale(I, re[i]! ** 2 + im[i]! ** 2);
          const linear = multiply(A, subtract(A, scale(I, 2 * re[i]!)));
          P = multiply(P, linalg.add(linear, square));
        }
      }
      expect(normFro(P) / (normFro(A) ** n + 1e-6)).toBeLessThan(1e-10);
    }),
  );
});

test("the closed form up to 2×2 agrees with the library, and with known cases", () => {
  fc.assert(
    fc.property(matrix(2, 2), (A) => {
      const { re, im } = eigenvalues2x2(A);
      // The same eigenvalues with a third one, 100, beside them, so that the library is asked
      const wide = eigenvalues(
        fromRows([[100, 0, 0], ...toRows(A).map((row) => [0, ...row])] as number[][]),
      );
      expect(wide.re[0]).toBeCloseTo(100, 9);
      // √ε where two eigenvalues meet
      re.forEach((x, i) => expect(Math.abs(x - wide.re[i + 1]!)).toBeLessThan(1e-5));
      im.forEach((x, i) => expect(Math.abs(x - wide.im[i + 1]!)).toBeLessThan(1e-5));
    }),
  );
  const of = (...rows: number[][]) => eigenvalues2x2(fromRows(rows));
  expect(of([3])).toEqual({ re: Float64Array.of(3), im: Float64Array.of(0) });
  expect(of([0, 1], [-1, 0])).toEqual({ re: Float64Array.of(0, 0), im: Float64Array.of(1, -1) });
  expect(of([1, 1], [0, 1])).toEqual({ re: Float64Array.of(1, 1), im: new Float64Array(2) });
  expect(of([0, 0], [0, 5])).toEqual({ re: Float64Array.of(5, 0), im: new Float64Array(2) });
  // Cancellation: the small eigenvalue keeps all its digits
  expect(of([1, 1e-9], [1e-9, 1e-9]).re[1]! / (1e-9 - 1e-18)).toBeCloseTo(1, 14);
  expect(of([1e300, 1e300], [1e300, 1e300]).re[0]! / 2e300).toBeCloseTo(1, 14);
  expect(of([1e-300, 1e-300], [1e-300, 1e-300]).re[0]! / 2e-300).toBeCloseTo(1, 14);
});

test("symmetric: A V = V Λ, Vᵀ V = I, rising", () => {
  fc.assert(
    fc.property(square(9), (M) => {
      const A = symmetrise(M);
      const { values, vectors: V } = eigenSymmetric(A);
      const size = normFro(A) + 1e-9;
      expect(normFro(subtract(multiply(A, V), multiply(V, diagonal(values)))) / size).toBeLessThan(
        1e-14 * A.rows + 1e-14,
      );
      expect(normFro(subtract(multiply(transpose(V), V), identity(A.rows)))).toBeLessThan(1e-13);
      expect([...values]).toEqual([...values].toSorted((a, b) => a - b));
    }),
  );
});

test("symmetric: the second difference matrix has the eigenvalues 4 sin²(kπ/2(n + 1))", () => {
  const n = 64;
  const A = zeros(n, n);
  for (let i = 0; i < n; i++) {
    A.data[i * n + i] = 2;
    if (i > 0) A.data[i * n + i - 1] = A.data[(i - 1) * n + i] = -1;
  }
  const expected = Array.from(
    { length: n },
    (_, k) => 4 * Math.sin(((k + 1) * Math.PI) / (2 * (n + 1))) ** 2,
  );
  expectClose(eigenSymmetric(A).values, expected, 1e-14);
});

test("symmetric: small eigenvalues of a graded matrix keep their relative accuracy", () => {
  // D S D with S well conditioned: Jacobi is accurate to cond(S) (Demmel & Veselić 1992)
  const [a, b, c] = [1, 1e-8, 1e-16];
  const A = fromRows([
    [a, 0.1 * Math.sqrt(a * b), 0.1 * Math.sqrt(a * c)],
    [0.1 * Math.sqrt(a * b), b, 0.1 * Math.sqrt(b * c)],
    [0.1 * Math.sqrt(a * c), 0.1 * Math.sqrt(b * c), c],
  ]);
  const { values } = eigenSymmetric(A);
  // By Schur complements: c − v'M⁻¹v, with relative corrections below 1e-8
  const small = c * (1 - (0.01 - 2 * 0.001 + 0.01) / (1 - 0.01));
  expect(values[0]! / small).toBeCloseTo(1, 7);
  expect(values[1]! / (b * 0.99)).toBeCloseTo(1, 7);
});

test("QR: Q R = A, QᵀQ = I, R upper triangular", () => {
  const tall = fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 5 }))
    .chain(([more, n]) => matrix(n + more, n));
  fc.assert(
    fc.property(tall, (A) => {
      const { Q, R } = qr(A);
      expect(normFro(subtract(multiply(Q, R), A))).toBeLessThanOrEqual(1e-13 * normFro(A) + 1e-300);
      toRows(R).forEach((row, i) => expect(row.slice(0, i).every((x) => x === 0)).toBe(true));
      if (rank(A) === A.cols)
        expect(normFro(subtract(multiply(transpose(Q), Q), identity(A.cols)))).toBeLessThan(1e-12);
    }),
  );
});

test("SVD: U diag(s) Vᵀ = A, s falling, Σs² = ‖A‖²; the rank of a product of thin factors", () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));
  fc.assert(
    fc.property(
      sizes.chain(([m, n]) => matrix(m, n)),
      (A) => {
        const { U, s, V } = svd(A);
        const back = multiply(multiply(U, diagonal(s)), transpose(V));
        expect(normFro(subtract(back, A))).toBeLessThanOrEqual(1e-13 * normFro(A));
        expect(Math.hypot(...s)).toBeCloseTo(normFro(A), 9);
        expect([...s]).toEqual([...s].toSorted((a, b) => b - a));
      },
    ),
  );
  const left = fromRows([
    [1, 0],
    [2, 1],
    [0, 3],
    [4, 4],
  ]);
  const right = fromRows([
    [1, 2, 3],
    [0, 1, -1],
  ]);
  expect(rank(multiply(left, right))).toBe(2);
  expect(rank(zeros(3, 2))).toBe(0);
  expect(rank(identity(4))).toBe(4);
});

test("wrong arguments are named", () => {
  expect(() => eigenvalues(zeros(2, 3))).toThrow("A must be square, got 2×3");
  expect(() => eigenvalues2x2(zeros(3, 3))).toThrow("A must be 1×1 or 2×2");
  expect(() =>
    eigenSymmetric(
      fromRows([
        [1, 2],
        [3, 4],
      ]),
    ),
  ).toThrow("A must be symmetric");
  expect(() => qr(zeros(2, 3))).toThrow("A must be of at least as many rows as columns, got 2×3");
  const holed = { rows: 1, cols: 1, data: Float64Array.of(NaN) };
  for (const f of [eigenvalues, eigenSymmetric, eigenvalues2x2, qr, svd, rank])
    expect(() => f(holed)).toThrow("A.data[0] must be a finite number, got NaN");
});

test("no NaN leaves silently and nothing hangs", () => {
  fc.assert(
    fc.property(wildMatrix(4), (A) => {
      soundOrRefused(() => eigenvalues(A));
      soundOrRefused(() => eigenSymmetric(A));
      soundOrRefused(() => eigenSymmetric(symmetrise(A)));
      soundOrRefused(() => qr(A));
      soundOrRefused(() => svd(A));
      soundOrRefused(() => rank(A));
    }),
    { numRuns: 1000 },
  );
}, 60_000);
