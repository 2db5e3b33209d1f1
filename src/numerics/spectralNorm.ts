import type { ComplexVector } from "./complex.ts";

const ROUNDS = 500;

/**
 * ‖M‖₂, the largest singular value, of a complex matrix with `cols` columns (row-major), by the power method on M*M: good to about
 * the last digit but three where the largest is well apart, and never too large. Zero for a zero matrix.
 */
export function spectralNorm({ re, im }: ComplexVector, cols: number): number {
  const rows = re.length / cols;
  const x = { re: new Float64Array(cols), im: new Float64Array(cols) };
  const y = { re: new Float64Array(rows), im: new Float64Array(rows) };
  // no vector of ours is at right angles to the one that is looked for
  for (let j = 0; j < cols; j++) x.re[j] = 0.6 + ((0.31 + j * 0.7548776662) % 1);
  let norm = 0;
  for (let round = 0; round < ROUNDS; round++) {
    scale(x, 1 / length(x));
    for (let i = 0; i < rows; i++) {
      let [a, b] = [0, 0];
      for (let j = 0, k = i * cols; j < cols; j++, k++) {
        a += re[k]! * x.re[j]! - im[k]! * x.im[j]!;
        b += re[k]! * x.im[j]! + im[k]! * x.re[j]!;
      }
      [y.re[i], y.im[i]] = [a, b];
    }
    const found = length(y);
    if (found === 0 || Math.abs(found - norm) <= 1e-12 * found) return found;
    norm = found;
    scale(y, 1 / norm);
    for (let j = 0; j < cols; j++) {
      let [a, b] = [0, 0];
      for (let i = 0, k = j; i < rows; i++, k += cols) {
        a += re[k]! * y.re[i]! + im[k]! * y.im[i]!;
        b += re[k]! * y.im[i]! - im[k]! * y.re[i]!;
      }
      [x.re[j], x.im[j]] = [a, b];
    }
  }
  return norm;
}

const length = ({ re, im }: ComplexVector) => {
  let most = 0;
  for (let i = 0; i < re.length; i++) most = Math.max(most, Math.abs(re[i]!), Math.abs(im[i]!));
  if (most === 0) return 0;
  let sum = 0;
  for (let i = 0; i < re.length; i++) sum += (re[i]! / most) ** 2 + (im[i]! / most) ** 2;
  return most * Math.sqrt(sum);
};

function scale({ re, im }: ComplexVector, by: number): void {
  for (let i = 0; i < re.length; i++) {
    re[i]! *= by;
    im[i]! *= by;
  }
}
