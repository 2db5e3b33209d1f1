import { allFinite } from "./allFinite.ts";
import { bluestein } from "./bluestein.ts";
import { count, fail, vector } from "./check.ts";
import { checkComplex, type ComplexVector, complexZeros } from "./complex.ts";
import { fold, unfold, unfoldHalves } from "./realFold.ts";
import { radix4, radix4Halves } from "./radix4.ts";

/**
 * Discrete Fourier transforms of any length in O(n log n): radix 4 for powers of two, Bluestein for the rest.
 * Convention of NumPy: X[k] = Σ x[j] e^{−2πi jk/n} forwards, the factor 1/n backwards.
 */

/** The transform of a complex vector. Throws when it is empty or not finite. */
export function fft(x: ComplexVector): ComplexVector {
  const n = count("the length of x", checkComplex("x", x));
  const X = complexZeros(n);
  split(transform(interleave(x.re, x.im), n), X);
  checkComplex("the transform of x", X);
  return X;
}

/** The inverse transform, 1/n included. Throws when X is empty or not finite. */
export function inverseFft(X: ComplexVector): ComplexVector {
  const n = count("the length of X", checkComplex("X", X));
  // With re and im exchanged on both sides, the forward transform is n times the inverse.
  const { re, im } = complexZeros(n);
  split(transform(interleave(X.im, X.re), n), { re: im, im: re });
  checkComplex("n x", { re, im });
  for (let i = 0; i < n; i++) {
    re[i]! /= n;
    im[i]! /= n;
  }
  return { re, im };
}

/**
 * The transform of a real vector of length n: its first ⌊n/2⌋ + 1 entries, of which the rest are the conjugates.
 * For even n by one complex transform of half the length. It is written to `out` where that is given (two arrays of
 * ⌊n/2⌋ + 1 numbers, for callers in a loop) and returned. Throws when x is empty or not finite.
 */
export function realFft(x: Float64Array, out?: ComplexVector): ComplexVector {
  if (!(x instanceof Float64Array)) fail("x", "a Float64Array", x);
  const n = count("the length of x", x.length);
  const bins = Math.floor(n / 2) + 1;
  const spectrum = out ?? complexZeros(bins);
  if (spectrum.re.length !== bins || spectrum.im.length !== bins)
    fail(
      "out",
      `two arrays of length ${bins}`,
      `lengths ${spectrum.re.length}, ${spectrum.im.length}`,
    );
  const total = n % 2 === 0 ? unfoldReal(x, spectrum) : NaN;
  if (n % 2 === 1) split(transform(interleave(x, new Float64Array(n)), n), spectrum);
  if (!Number.isFinite(total) && !(allFinite(spectrum.re) && allFinite(spectrum.im))) {
    vector("x", x);
    fail("the transform of x", "within the range of Float64", "an overflow");
  }
  return spectrum;
}

/**
 * The real vector of length n whose `realFft` is `spectrum`. Imaginary parts at 0 and, for even n, at n/2 belong
 * to no real vector and are ignored. Throws unless the spectrum has ⌊n/2⌋ + 1 finite entries.
 */
export function inverseRealFft(spectrum: ComplexVector, n: number): Float64Array {
  const bins = Math.floor(count("n", n) / 2) + 1;
  checkComplex("spectrum", spectrum, bins);
  const x = new Float64Array(n);
  if (n % 2 === 0) {
    const folded = transform(fold(spectrum, n), n / 2);
    for (let i = 0; i < n; i += 2) {
      x[i] = folded[i + 1]! / n;
      x[i + 1] = folded[i]! / n;
    }
  } else {
    const full = new Float64Array(2 * n);
    full[1] = spectrum.re[0]!;
    for (let k = 1; k < bins; k++) {
      full[2 * k + 1] = full[2 * (n - k) + 1] = spectrum.re[k]!;
      full[2 * k] = spectrum.im[k]!;
      full[2 * (n - k)] = -spectrum.im[k]!;
    }
    const swapped = transform(full, n);
    for (let i = 0; i < n; i++) x[i] = swapped[2 * i + 1]! / n;
  }
  return vector("x", x);
}

// #region causalConvolve
/**
 * y_t = Σ_{i ≤ t} kernel_i u_{t−i}, as long as u: the convolution form of a linear time-invariant model (Gu et
 * al., S4, eq. 4). Both are padded with zeros past their common length, or the end would wrap to the beginning.
 */
export function causalConvolve(u: Float64Array, kernel: Float64Array): Float64Array {
  const L = count("the length of u", vector("u", u).length);
  const K = Math.min(L, count("the length of kernel", vector("kernel", kernel).length));
  const n = 2 ** Math.ceil(Math.log2(L + K));
  const U = realFft(padded(u, n));
  const H = realFft(padded(kernel.subarray(0, K), n));
  return inverseRealFft(times(U, H), n).slice(0, L);
}
// #endregion

function padded(x: Float64Array, n: number): Float64Array {
  const result = new Float64Array(n);
  result.set(x);
  return result;
}

/** a ← a b, entry by entry. */
function times(a: ComplexVector, b: ComplexVector): ComplexVector {
  for (let k = 0; k < a.re.length; k++) {
    const re = a.re[k]!;
    a.re[k] = re * b.re[k]! - a.im[k]! * b.im[k]!;
    a.im[k] = re * b.im[k]! + a.im[k]! * b.re[k]!;
  }
  return a;
}

/** The forward transform on interleaved numbers; x is left alone, the result may be a work array. */
function transform(x: Float64Array, n: number): Float64Array {
  return (n & (n - 1)) === 0 ? radix4(x, n) : bluestein(x, n);
}

function unfoldReal(x: Float64Array, spectrum: ComplexVector): number {
  const h = x.length / 2;
  const halves = (h & (h - 1)) === 0 && h >= 2 && Math.log2(h) % 2 === 1;
  return halves ? unfoldHalves(radix4Halves(x, h), spectrum) : unfold(transform(x, h), spectrum);
}

function interleave(re: Float64Array, im: Float64Array): Float64Array {
  const z = new Float64Array(2 * re.length);
  for (let i = 0; i < re.length; i++) {
    z[2 * i] = re[i]!;
    z[2 * i + 1] = im[i]!;
  }
  return z;
}

/** The leading entries of z on the split arrays of x. */
function split(z: Float64Array, x: ComplexVector): void {
  for (let i = 0; i < x.re.length; i++) {
    x.re[i] = z[2 * i]!;
    x.im[i] = z[2 * i + 1]!;
  }
}
