import { type Matrix, zeros } from "./matrix.ts";

/** Sweeps after which a matrix is as even as it gets, and the least that one scaling has to gain. */
const SWEEPS = 50;
const GAIN = 0.95;
/** So that the ratio of two scales is within Float64. */
const MOST = 2 ** 500;

/**
 * D⁻¹ A D with D = diag(d) of powers of two, so that nothing is rounded: rows and columns of like size, each where it has no
 * counterpart of 1 at most (Parlett & Reinsch 1969). ‖A‖ is then what it has to be, not what the units of a state make it.
 */
export function balance(A: Matrix): { balanced: Matrix; d: Float64Array } {
  const n = A.rows;
  const d = new Float64Array(n).fill(1);
  const balanced = { ...zeros(n, n), data: A.data.slice() };
  for (let sweep = 0, moved = true; moved && sweep < SWEEPS; sweep++) {
    moved = false;
    for (let i = 0; i < n; i++) {
      const next = Math.min(MOST, Math.max(1 / MOST, d[i]! * factorFor(balanced.data, n, i)));
      const f = next / d[i]!;
      if (f === 1) continue;
      for (let j = 0; j < n; j++)
        if (j !== i) {
          balanced.data[j * n + i]! *= f;
          balanced.data[i * n + j]! /= f;
        }
      d[i] = next;
      moved = true;
    }
  }
  return { balanced, d };
}

/** The power of two by which column i grows and row i shrinks; 1 where that gains too little. */
function factorFor(A: Float64Array, n: number, i: number): number {
  let [column, row] = [0, 0];
  for (let j = 0; j < n; j++)
    if (j !== i) {
      column += Math.abs(A[j * n + i]!);
      row += Math.abs(A[i * n + j]!);
    }
  if (column === 0) return row > 1 ? 2 ** Math.ceil(Math.log2(row)) : 1;
  if (row === 0) return column > 1 ? 2 ** -Math.ceil(Math.log2(column)) : 1;
  const f = 2 ** Math.round(Math.log2(row / column) / 2);
  return column * f + row / f < GAIN * (column + row) ? f : 1;
}
