import fc from "fast-check";
import { expect, test } from "vitest";
import { eigenvalues } from "../../src/numerics/eigen.ts";
import { expm } from "../../src/numerics/expm.ts";
import { add, multiply, normFro, scale, subtract } from "../../src/numerics/linalg.ts";
import { fromRows, identity, type Matrix, toRows, zeros } from "../../src/numerics/matrix.ts";
import { determinant } from "../../src/numerics/solve.ts";
import { trace, transpose } from "../../src/numerics/linalg.ts";
import { expectClose } from "../near.ts";
import { soundOrRefused, square, wildMatrix } from "./arbitrary.ts";

const gap = (A: Matrix, B: Matrix) => normFro(subtract(A, B));

test("exp(A) exp(−A) = I", () => {
  fc.assert(
    fc.property(square(6, 3), (A) => {
      const [E, F] = [expm(A), expm(scale(A, -1))];
      expect(gap(multiply(E, F), identity(A.rows)) / (normFro(E) * normFro(F))).toBeLessThan(1e-13);
    }),
  );
});

test("exp(2A) = exp(A)², exp(Aᵀ) = exp(A)ᵀ, det exp(A) = e^{tr A}", () => {
  fc.assert(
    fc.property(square(6, 2), (A) => {
      const E = expm(A);
      expect(gap(expm(scale(A, 2)), multiply(E, E)) / normFro(E) ** 2).toBeLessThan(1e-13);
      expect(gap(expm(transpose(A)), transpose(E)) / normFro(E)).toBeLessThan(1e-13);
      const bound = Math.max(Math.exp(trace(A)), 1e-3 * normFro(E) ** A.rows);
      expect(Math.abs(determinant(E) - Math.exp(trace(A))) / bound).toBeLessThan(1e-10);
    }),
  );
});

test("the eigenvalues of exp(A) are the exponentials of those of A", () => {
  fc.assert(
    fc.property(square(2, 2), (A) => {
      const [{ re, im }, found] = [eigenvalues(A), eigenvalues(expm(A))];
      const sum = re.reduce((total, x, i) => total + Math.exp(x) * Math.cos(im[i]!), 0);
      expect(found.re.reduce((a, b) => a + b, 0) / normFro(expm(A))).toBeCloseTo(
        sum / normFro(expm(A)),
        10,
      );
    }),
  );
});

test("every degree of the approximant and the squarings meet the power series", () => {
  const shape = fromRows([
    [0.2, -1, 0.3],
    [0.5, 0.1, 0.4],
    [-0.2, 0.6, -0.3],
  ]);
  for (const norm of [1e-10, 0.01, 0.1, 0.2, 0.5, 0.9, 1.5, 2, 3, 5, 6, 12, 25]) {
    const A = scale(shape, norm / 1.7);
    let series = identity(3);
    let term = identity(3);
    for (let k = 1; k < 200; k++) {
      term = scale(multiply(term, A), 1 / k);
      series = add(series, term);
    }
    // The series itself cancels as the norm grows
    expectClose(expm(A).data, series.data, 1e-14 * Math.exp(norm / 3) + 2e-15);
  }
});

test("rotation, nilpotent, diagonal, zero", () => {
  const turn = toRows(
    expm(
      fromRows([
        [0, -Math.PI / 3],
        [Math.PI / 3, 0],
      ]),
    ),
  );
  expectClose(turn.flat(), [0.5, -Math.sqrt(0.75), Math.sqrt(0.75), 0.5], 1e-15);
  expect(
    toRows(
      expm(
        fromRows([
          [0, 1, 0],
          [0, 0, 1],
          [0, 0, 0],
        ]),
      ),
    ),
  ).toEqual([
    [1, 1, 0.5],
    [0, 1, 1],
    [0, 0, 1],
  ]);
  expect(expm(zeros(3, 3))).toEqual(identity(3));
  expectClose(
    expm(
      fromRows([
        [-700, 0],
        [0, 700],
      ]),
    ).data,
    [Math.exp(-700), 0, 0, Math.exp(700)],
    1e-12,
  );
});

test("published: Moler & Van Loan, SIAM Review 45 (2003), section 3, where the Taylor series fails", () => {
  const E = expm(
    fromRows([
      [-49, 24],
      [-64, 31],
    ]),
  );
  expectClose(E.data, [-0.735759, 0.551819, -1.471518, 1.103638], 5e-7);
  // Its closed form, from the eigenvalues −1 and −17: [1 3; 2 4] diag(e⁻¹, e⁻¹⁷) [1 3; 2 4]⁻¹
  const [a, b] = [Math.exp(-1), Math.exp(-17)];
  const exact = [-2 * a + 3 * b, 1.5 * a - 1.5 * b, -4 * a + 4 * b, 3 * a - 2 * b];
  expectClose(E.data, exact, 1e-13);
});

test("wrong arguments are named", () => {
  expect(() => expm(zeros(2, 3))).toThrow("A must be square, got 2×3");
  expect(() => expm({ rows: 1, cols: 1, data: Float64Array.of(NaN) })).toThrow(
    "A.data[0] must be a finite number, got NaN",
  );
  expect(() => expm(fromRows([[1000]]))).toThrow(
    "A must be small enough for exp(A) to be within the range of Float64, got ‖A‖₁ = 1000",
  );
  expect(expm(fromRows([[-1e6]])).data[0]).toBe(0);
});

test("no NaN leaves silently and nothing hangs", () => {
  fc.assert(
    fc.property(wildMatrix(4), (A) => soundOrRefused(() => expm(A))),
    { numRuns: 1000 },
  );
});
