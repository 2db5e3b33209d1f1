import type { Matrix } from "./matrix.ts";

/**
 * Numerical rank by elimination with complete pivoting: how many pivots are larger than `tolerance` times the largest entry.
 * A scaled matrix has the same rank; zero has none.
 */
export function rank(m: Matrix, tolerance = 1e-10): number {
  const { rows, cols } = m;
  const a = m.data.slice();
  let first = 0;
  // #region rank
  for (let k = 0; k < Math.min(rows, cols); k++) {
    let [size, row, col] = [0, k, k];
    for (let i = k; i < rows; i++)
      for (let j = k; j < cols; j++)
        if (Math.abs(a[i * cols + j]!) > size)
          [size, row, col] = [Math.abs(a[i * cols + j]!), i, j];
    if (k === 0) first = size;
    if (size === 0 || size <= tolerance * first) return k;
    for (let j = 0; j < cols; j++) swap(a, k * cols + j, row * cols + j);
    for (let i = 0; i < rows; i++) swap(a, i * cols + k, i * cols + col);
    for (let i = k + 1; i < rows; i++) {
      const share = a[i * cols + k]! / a[k * cols + k]!;
      for (let j = k; j < cols; j++) a[i * cols + j]! -= share * a[k * cols + j]!;
    }
  }
  // #endregion
  return Math.min(rows, cols);
}

function swap(a: Float64Array, i: number, j: number): void {
  [a[i], a[j]] = [a[j]!, a[i]!];
}
