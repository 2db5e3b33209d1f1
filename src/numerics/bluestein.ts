import { radix4 } from "./radix4.ts";

/**
 * The discrete Fourier transform of any length n as a convolution with a chirp (Bluestein 1970), since
 * jk = ½(j² + k² − (k − j)²). Complex numbers lie interleaved; x is left alone. Nothing is checked.
 */
export function bluestein(x: Float64Array, n: number): Float64Array {
  const { chirp, kernel } = planFor(n);
  const size = kernel.length / 2;
  const a = new Float64Array(2 * size);
  for (let j = 0; j < n; j++) {
    a[2 * j] = real(x, chirp, j);
    a[2 * j + 1] = imaginary(x, chirp, j);
  }
  const A = radix4(a, size);
  // The product, with re and im exchanged: one more forward transform is then size times the inverse.
  for (let k = 0; k < size; k++) {
    a[2 * k + 1] = real(A, kernel, k) / size;
    a[2 * k] = imaginary(A, kernel, k) / size;
  }
  const convolved = radix4(a, size);
  const X = new Float64Array(2 * n);
  for (let k = 0; k < n; k++) {
    const re = convolved[2 * k + 1]!;
    const im = convolved[2 * k]!;
    X[2 * k] = re * chirp[2 * k]! - im * chirp[2 * k + 1]!;
    X[2 * k + 1] = re * chirp[2 * k + 1]! + im * chirp[2 * k]!;
  }
  return X;
}

interface Plan {
  /** e^{−πi j²/n} for j < n. */
  readonly chirp: Float64Array;
  /** The transform of the conjugate chirp, laid out to both sides of 0. */
  readonly kernel: Float64Array;
}

/** The tables of the last lengths used; any length may come, so the map is emptied when it grows. */
const plans = new Map<number, Plan>();

function planFor(n: number): Plan {
  let plan = plans.get(n);
  if (!plan) {
    const size = 2 ** Math.ceil(Math.log2(2 * n - 1));
    const chirp = new Float64Array(2 * n);
    const b = new Float64Array(2 * size);
    for (let j = 0, square = 0; j < n; j++) {
      const angle = (Math.PI * square) / n;
      const mirror = (size - j) % size;
      chirp[2 * j] = b[2 * j] = b[2 * mirror] = Math.cos(angle);
      b[2 * j + 1] = b[2 * mirror + 1] = Math.sin(angle);
      chirp[2 * j + 1] = -Math.sin(angle);
      // j² modulo 2n, exactly, however large j grows
      square = (square + 2 * j + 1) % (2 * n);
    }
    plan = { chirp, kernel: radix4(b, size).slice() };
    if (plans.size >= 16) plans.clear();
    plans.set(n, plan);
  }
  return plan;
}

function real(x: Float64Array, y: Float64Array, k: number): number {
  return x[2 * k]! * y[2 * k]! - x[2 * k + 1]! * y[2 * k + 1]!;
}

function imaginary(x: Float64Array, y: Float64Array, k: number): number {
  return x[2 * k]! * y[2 * k + 1]! + x[2 * k + 1]! * y[2 * k]!;
}
