import fc from "fast-check";
import { expect, test } from "vitest";
import { multiply, normFro, scale, subtract, transpose } from "../../src/numerics/linalg.ts";
import { fromRows, identity, toRows, zeros } from "../../src/numerics/matrix.ts";
import { cholesky, choleskySolve, determinant, inverse, solve } from "../../src/numerics/solve.ts";
import { add } from "../../src/numerics/linalg.ts";
import { matrix, soundOrRefused, square, wildMatrix } from "./arbitrary.ts";

const system = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }))
  .chain(([n, m]) => fc.tuple(matrix(n, n), matrix(n, m)));

test("LU leaves a residual of rounding size: ‖A X − B‖ ≤ 1e-13 ‖A‖ ‖X‖", () => {
  fc.assert(
    fc.property(system, ([A, B]) => {
      const X = attempt(() => solve(A, B));
      if (!X) return;
      const residual = normFro(subtract(multiply(A, X), B));
      expect(residual).toBeLessThanOrEqual(1e-13 * (normFro(A) * normFro(X) + normFro(B)));
    }),
  );
});

test("A A⁻¹ = I where A is well conditioned", () => {
  fc.assert(
    fc.property(square(7, 1), (M) => {
      const A = add(M, scale(identity(M.rows), 10));
      expect(normFro(subtract(multiply(A, inverse(A)), identity(A.rows)))).toBeLessThan(1e-13);
    }),
  );
});

test("det(A B) = det A det B, det Aᵀ = det A, and rows exchanged change the sign", () => {
  const pair = fc.integer({ min: 1, max: 5 }).chain((n) => fc.tuple(matrix(n, n), matrix(n, n)));
  fc.assert(
    fc.property(pair, ([A, B]) => {
      const bound = (normFro(A) * normFro(B)) ** A.rows + 1e-9;
      const gap = determinant(multiply(A, B)) - determinant(A) * determinant(B);
      expect(Math.abs(gap) / bound).toBeLessThan(1e-13);
      const turned = determinant(transpose(A)) - determinant(A);
      expect(Math.abs(turned) / (normFro(A) ** A.rows + 1e-9)).toBeLessThan(1e-13);
      if (A.rows > 1) {
        const rows = toRows(A);
        [rows[0], rows[1]] = [rows[1]!, rows[0]!];
        const swapped = determinant(fromRows(rows)) + determinant(A);
        expect(Math.abs(swapped) / (normFro(A) ** A.rows + 1e-9)).toBeLessThan(1e-13);
      }
    }),
  );
});

test("a hand-worked system, and a badly scaled one that is not singular", () => {
  const A = fromRows([
    [0, 2, 1],
    [1, -1, 0],
    [3, 0, 1],
  ]);
  expect(determinant(A)).toBeCloseTo(1, 14);
  const X = solve(A, fromRows([[7], [-1], [6]]));
  [1, 2, 3].forEach((x, i) => expect(X.data[i]).toBeCloseTo(x, 13));
  const scaled = fromRows([
    [1e-200, 0],
    [0, 1e200],
  ]);
  expect(toRows(solve(scaled, identity(2)))[0]![0]).toBeCloseTo(1e200, -187);
  expect(
    toRows(
      solve(
        fromRows([
          [1, 1e20],
          [0, 1],
        ]),
        fromRows([[0], [1]]),
      ),
    ),
  ).toEqual([[-1e20], [1]]);
});

test("Cholesky: L Lᵀ = A, lower triangular, and its solve agrees with LU", () => {
  fc.assert(
    fc.property(system, ([M, B]) => {
      const A = add(multiply(M, transpose(M)), identity(M.rows));
      const L = cholesky(A);
      expect(normFro(subtract(multiply(L, transpose(L)), A))).toBeLessThanOrEqual(
        1e-14 * normFro(A) * A.rows,
      );
      toRows(L).forEach((row, i) => expect(row.slice(i + 1).every((x) => x === 0)).toBe(true));
      const X = choleskySolve(L, B);
      expect(normFro(subtract(multiply(A, X), B))).toBeLessThanOrEqual(
        1e-13 * (normFro(A) * normFro(X) + 1),
      );
    }),
  );
});

test("wrong arguments are named", () => {
  const ranked = fromRows([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);
  expect(() => solve(ranked, identity(3))).toThrow("A must be non-singular to working precision");
  expect(() => inverse(zeros(2, 2))).toThrow("A must be non-singular");
  expect(() => solve(ranked, identity(3), "I − αΔA")).toThrow("I − αΔA must be non-singular");
  expect(
    determinant(
      fromRows([
        [1, 2],
        [2, 4],
      ]),
    ),
  ).toBe(0);
  expect(() => solve(zeros(2, 3), identity(2))).toThrow("A must be square, got 2×3");
  expect(() => solve(identity(2), identity(3))).toThrow("B must be 2×any, got 3×3");
  expect(() => determinant(zeros(2, 3))).toThrow("A must be square");
  expect(() => determinant(scale(identity(4), 1e100))).toThrow("the determinant must be a finite");
  expect(() =>
    cholesky(
      fromRows([
        [1, 2],
        [2, 1],
      ]),
    ),
  ).toThrow("A must be positive definite, got a pivot of -3 in row 1");
  expect(() => cholesky(zeros(1, 1))).toThrow("A must be positive definite");
  expect(() =>
    cholesky(
      fromRows([
        [1, 0.5],
        [0, 1],
      ]),
    ),
  ).toThrow("A must be symmetric");
  expect(() => choleskySolve(zeros(2, 2), identity(2))).toThrow("L.data[0] must be above 0, got 0");
});

test("no NaN leaves silently", () => {
  fc.assert(
    fc.property(wildMatrix(3), wildMatrix(3), (A, B) => {
      soundOrRefused(() => solve(A, B));
      soundOrRefused(() => inverse(A));
      soundOrRefused(() => determinant(A));
      soundOrRefused(() => cholesky(A));
      soundOrRefused(() => choleskySolve(A, B));
    }),
    { numRuns: 1000 },
  );
});

/** Undefined for a singular matrix. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
