import type { Matrix } from "../../src/numerics/matrix.ts";
import { middles } from "../../src/models/hippo.ts";

export const row = (m: Matrix, k: number) => m.data.slice(k * m.cols, (k + 1) * m.cols);
export const lastRow = (m: Matrix) => row(m, m.rows - 1);
export const rms = (a: Float64Array, b: Float64Array) =>
  Math.sqrt(a.reduce((sum, x, i) => sum + (x - b[i]!) ** 2, 0) / a.length);
export const sample = (f: (x: number) => number, L: number) => middles(L).map(f);
/** SCIENCE 2.2: samples stand at the middles (k + ½)/L of [0, 1], and the error is taken at the same middles. */
export const signal = (x: number) => Math.sin(6 * x) + 0.3 * Math.cos(17 * x);
