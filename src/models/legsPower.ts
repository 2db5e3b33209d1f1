import { legsStep } from "../numerics/legsStep.ts";

// #region less-power
/**
 * C(I − Ā^L) for the bilinear Ā of LegS with step dt: what truncates the generating function of S4 after L terms (S4
 * appendix C.3). Ā is lower triangular, so its powers come by squaring triangles, O(N³ log L / 6). Checks nothing.
 */
export function lessPower(C: Float64Array, L: number, dt: number): Float64Array {
  const width = 4 * Math.ceil(C.length / 4); // whole tiles; the padding is zero and stays so
  let row = new Float64Array(width);
  row.set(C);
  let power = bilinear(C.length, width, dt);
  for (let rest = L; ;) {
    if (rest % 2 === 1) row = rowTimes(row, power);
    rest = Math.floor(rest / 2);
    if (rest === 0) return C.map((c, n) => c - row[n]!);
    power = square(power, width);
  }
}
// #endregion

/** Ā = (I − dt/2 A)⁻¹(I + dt/2 A), column by column, in a width × width matrix. */
function bilinear(N: number, width: number, dt: number): Float64Array {
  const A = new Float64Array(width * width);
  const column = new Float64Array(N);
  const { gbt } = legsStep(N);
  for (let k = 0; k < N; k++) {
    column.fill(0);
    column[k] = 1;
    gbt(column, 0, dt, 0.5);
    for (let n = k; n < N; n++) A[n * width + k] = column[n]!;
  }
  return A;
}

function rowTimes(row: Float64Array, M: Float64Array) {
  const out = new Float64Array(row.length);
  for (let n = 0; n < row.length; n++)
    for (let k = 0; k <= n; k++) out[k]! += row[n]! * M[n * row.length + k]!;
  return out;
}

/** M² of a lower triangular M, width a multiple of 4, in tiles of 2×4 whose eight sums stay in registers. */
function square(M: Float64Array, width: number) {
  const out = new Float64Array(width * width);
  for (let n = 0; n < width; n += 2) {
    for (let j = 0; j <= n + 1; j += 4) {
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      let row = j * width + j;
      for (let k = j; k <= n + 1; k++, row += width) {
        const a = M[n * width + k]!;
        const b = M[n * width + width + k]!;
        const m0 = M[row]!;
        const m1 = M[row + 1]!;
        const m2 = M[row + 2]!;
        const m3 = M[row + 3]!;
        a0 += a * m0;
        a1 += a * m1;
        a2 += a * m2;
        a3 += a * m3;
        b0 += b * m0;
        b1 += b * m1;
        b2 += b * m2;
        b3 += b * m3;
      }
      const top = n * width + j;
      out[top] = a0;
      out[top + 1] = a1;
      out[top + 2] = a2;
      out[top + 3] = a3;
      const below = n * width + width + j;
      out[below] = b0;
      out[below + 1] = b1;
      out[below + 2] = b2;
      out[below + 3] = b3;
    }
  }
  return out;
}
