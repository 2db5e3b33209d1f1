import { type ComplexVector, complexZeros } from "./complex.ts";
import { radix4 } from "./radix4.ts";

/**
 * The discrete Fourier transform of any length as a convolution with a chirp (Bluestein 1970), into new arrays:
 * jk = ½(j² + k² − (k − j)²). Nothing is checked.
 */
export function bluestein(x: ComplexVector): ComplexVector {
  const n = x.re.length;
  const { chirp, kernel } = planFor(n);
  const size = kernel.re.length;
  const a = complexZeros(size);
  for (let j = 0; j < n; j++) rotate(x, chirp, j, a);
  const A = radix4(a);
  // The product, with re and im exchanged: one more forward transform is then size times the inverse.
  for (let k = 0; k < size; k++) {
    const re = A.re[k]!;
    const im = A.im[k]!;
    a.im[k] = (re * kernel.re[k]! - im * kernel.im[k]!) / size;
    a.re[k] = (re * kernel.im[k]! + im * kernel.re[k]!) / size;
  }
  const swapped = radix4(a);
  const convolved = { re: swapped.im, im: swapped.re };
  const X = complexZeros(n);
  for (let k = 0; k < n; k++) rotate(convolved, chirp, k, X);
  return X;
}

interface Plan {
  /** e^{−πi j²/n} for j < n. */
  readonly chirp: ComplexVector;
  /** The transform of the conjugate chirp, wrapped to both sides of 0. */
  readonly kernel: ComplexVector;
}

/** The tables of the last lengths used; any length may come, so the map is emptied when it grows. */
const plans = new Map<number, Plan>();

function planFor(n: number): Plan {
  let plan = plans.get(n);
  if (!plan) {
    const size = 2 ** Math.ceil(Math.log2(2 * n - 1));
    const chirp = complexZeros(n);
    const b = complexZeros(size);
    for (let j = 0, square = 0; j < n; j++) {
      const angle = (Math.PI * square) / n;
      chirp.re[j] = Math.cos(angle);
      chirp.im[j] = -Math.sin(angle);
      b.re[j] = b.re[(size - j) % size] = Math.cos(angle);
      b.im[j] = b.im[(size - j) % size] = Math.sin(angle);
      // j² modulo 2n, exactly, however large j grows
      square = (square + 2 * j + 1) % (2 * n);
    }
    plan = { chirp, kernel: radix4(b) };
    if (plans.size >= 16) plans.clear();
    plans.set(n, plan);
  }
  return plan;
}

/** target ← x · w at place k. */
function rotate(x: ComplexVector, w: ComplexVector, k: number, target: ComplexVector): void {
  target.re[k] = x.re[k]! * w.re[k]! - x.im[k]! * w.im[k]!;
  target.im[k] = x.re[k]! * w.im[k]! + x.im[k]! * w.re[k]!;
}
