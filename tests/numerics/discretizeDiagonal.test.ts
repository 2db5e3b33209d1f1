import fc from "fast-check";
import { expect, test } from "vitest";
import { discretize, expm1Ratio, mambaRule, zohDiagonal } from "../../src/numerics/discretize.ts";
import { matvec } from "../../src/numerics/linalg.ts";
import { zeros } from "../../src/numerics/matrix.ts";
import { expectClose } from "../near.ts";
import { numbers } from "./arbitrary.ts";

const step = fc.double({ min: 1e-3, max: 1, noNaN: true });

test("diagonal A: exact ZOH equals the matrix one; Mamba's rule differs by (1 − e^{−x})/x", () => {
  const vectors = fc
    .integer({ min: 1, max: 6 })
    .chain((n) => fc.tuple(numbers(n, n, 3), numbers(n, n, 3)));
  fc.assert(
    fc.property(vectors, step, ([a, b], dt) => {
      const n = a.length;
      const A = zeros(n, n);
      a.forEach((x, i) => (A.data[i * n + i] = x));
      const full = discretize(A, { rows: n, cols: 1, data: b }, dt, "zoh");
      const { A: Abar, B: Bbar } = zohDiagonal(a, b, dt);
      expectClose(Bbar, full.B.data, 1e-13);
      expectClose(matvec(full.A, new Float64Array(n).fill(1)), Abar, 1e-13);
      const mamba = mambaRule(a, b, dt);
      expect(mamba.A).toEqual(Abar);
      expectClose(
        mamba.B,
        b.map((x) => dt * x),
        1e-15,
      );
    }),
  );
  const ratio = (x: number) => {
    const [a, b] = [Float64Array.of(-x), Float64Array.of(1)];
    return zohDiagonal(a, b, 1).B[0]! / mambaRule(a, b, 1).B[0]!;
  };
  expect(ratio(0.01)).toBeCloseTo(0.995, 4);
  expect(ratio(1)).toBeCloseTo(0.6321, 4);
  expect(ratio(16)).toBeCloseTo(0.0625, 4);
  expect(ratio(0)).toBe(1);
  expect(expm1Ratio(1e-12)).toBeCloseTo(1 + 5e-13, 15);
});
