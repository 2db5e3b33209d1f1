import { continuous } from "../../models/hippo.ts";
import type { ComplexVector } from "../../numerics/complex.ts";
import { eigenvalues } from "../../numerics/eigen.ts";
import { add, transpose } from "../../numerics/linalg.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import type { Setting } from "./params.ts";

export interface Run {
  readonly measure: Setting["measure"];
  readonly A: Matrix;
  readonly B: Float64Array;
  /** A + Aᵀ. */
  readonly sum: Matrix;
  /** Of A, by falling real part. */
  readonly lambda: ComplexVector;
}

export function run({ measure, N }: Setting): Run {
  const { A, B } = continuous(measure, N);
  return { measure, A, B, sum: add(A, transpose(A)), lambda: spectrum(measure, A) };
}

/** A triangular matrix wears its eigenvalues on its diagonal; a numerical method would only lose digits. */
function spectrum(measure: Setting["measure"], A: Matrix): ComplexVector {
  if (measure === "legt" || measure === "fout") {
    const { re, im } = eigenvalues(A);
    // FouT has a dead state, the sine of frequency 0: its eigenvalue is 0, not the rounding of it.
    return { re: re.map((x) => (Math.abs(x) < 1e-12 ? 0 : x)), im };
  }
  const re = Float64Array.from({ length: A.rows }, (_, n) => A.data[n * (A.rows + 1)]!);
  return { re, im: new Float64Array(A.rows) };
}

/** The matrix that is shown: A itself also beside its eigenvalues. */
export const shown = (r: Run, v: Setting) => (v.view === "sum" ? r.sum : r.A);

export const cellOf = (r: Run, v: Setting) => ({
  row: Math.min(v.n, r.A.rows - 1),
  col: Math.min(v.k, r.A.rows - 1),
});

export function entry(r: Run, v: Setting): number {
  const { row, col } = cellOf(r, v);
  return shown(r, v).data[row * r.A.rows + col]!;
}
