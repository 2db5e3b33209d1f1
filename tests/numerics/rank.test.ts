import { SingularValueDecomposition } from "ml-matrix";
import { expect, test } from "vitest";
import { generator } from "../../src/numerics/random.ts";
import { fromRows, toRows } from "../../src/numerics/matrix.ts";
import { rank } from "../../src/numerics/rank.ts";

const product = (seed: number, rows: number, inner: number, cols: number, scale: number) => {
  const { normal } = generator(seed);
  const of = (n: number, m: number) =>
    Array.from({ length: n }, () => Array.from({ length: m }, normal));
  const [left, right] = [of(rows, inner), of(inner, cols)];
  return fromRows(
    left.map((row) =>
      right[0]!.map((_, j) => scale * row.reduce((sum, x, k) => sum + x * right[k]![j]!, 0)),
    ),
  );
};

test("the rank is that of the singular values, whatever the shape and the scale", () => {
  for (const [rows, inner, cols] of [
    [5, 2, 7],
    [8, 3, 4],
    [4, 4, 4],
    [1, 1, 9],
    [16, 5, 16],
  ] as const)
    for (const scale of [1e-200, 1, 1e100]) {
      const m = product(rows, rows, inner, cols, scale);
      expect(rank(m)).toBe(inner);
      const plain = toRows(product(rows, rows, inner, cols, 1));
      expect(rank(m)).toBe(new SingularValueDecomposition(plain, { autoTranspose: true }).rank);
    }
});

test("zero has rank 0, and what is below the tolerance does not count", () => {
  expect(rank(fromRows([[0, 0]]))).toBe(0);
  const nearly = fromRows([
    [1, 0],
    [0, 1e-11],
  ]);
  expect(rank(nearly)).toBe(1);
  expect(rank(nearly, 1e-12)).toBe(2);
});
