import { count, vector } from "./check.ts";
import { checkComplex, type ComplexVector, complexZeros } from "./complex.ts";
import { bluestein } from "./bluestein.ts";
import { radix4 } from "./radix4.ts";

/**
 * Discrete Fourier transforms of any length in O(n log n): radix 4 for powers of two, Bluestein for the rest.
 * Convention of NumPy: X[k] = Σ x[j] e^{−2πi jk/n} forwards, the factor 1/n backwards.
 */

/** The transform of a complex vector. Throws when it is empty or not finite. */
export function fft(x: ComplexVector): ComplexVector {
  count("the length of x", checkComplex("x", x));
  return transform(x);
}

/** The inverse transform, 1/n included. Throws when X is empty or not finite. */
export function inverseFft(X: ComplexVector): ComplexVector {
  const n = count("the length of X", checkComplex("X", X));
  const { re, im } = transform({ re: X.im, im: X.re });
  for (let i = 0; i < n; i++) {
    re[i]! /= n;
    im[i]! /= n;
  }
  return { re: im, im: re };
}

/**
 * The transform of a real vector of length n: its first ⌊n/2⌋ + 1 entries, of which the rest are the conjugates.
 * For even n one complex transform of half the length. Throws when x is empty or not finite.
 */
export function realFft(x: Float64Array): ComplexVector {
  const n = count("the length of x", vector("x", x).length);
  if (n % 2 === 1) {
    const { re, im } = transform({ re: x, im: new Float64Array(n) });
    return { re: re.slice(0, (n + 1) / 2), im: im.slice(0, (n + 1) / 2) };
  }
  const half = n / 2;
  const folded = complexZeros(half);
  for (let i = 0; i < half; i++) {
    folded.re[i] = x[2 * i]!;
    folded.im[i] = x[2 * i + 1]!;
  }
  return unfold(transform(folded), n);
}

/**
 * The real vector of length n whose `realFft` is `spectrum`. Its imaginary parts at 0 and, for even n, at n/2 are
 * those of no real vector and are ignored. Throws unless the spectrum has ⌊n/2⌋ + 1 finite entries.
 */
export function inverseRealFft(spectrum: ComplexVector, n: number): Float64Array {
  const bins = Math.floor(count("n", n) / 2) + 1;
  checkComplex("spectrum", spectrum, bins);
  if (n % 2 === 1) {
    const full = complexZeros(n);
    for (let k = 0; k < bins; k++) {
      full.re[k] = full.re[(n - k) % n] = spectrum.re[k]!;
      full.im[k] = k === 0 ? 0 : spectrum.im[k]!;
      if (k > 0) full.im[n - k] = -spectrum.im[k]!;
    }
    return inverseFft(full).re;
  }
  const { re, im } = transform(fold(spectrum, n));
  const x = new Float64Array(n);
  for (let i = 0; i < n / 2; i++) {
    x[2 * i] = im[i]! / n;
    x[2 * i + 1] = re[i]! / n;
  }
  return x;
}

// #region causalConvolve
/**
 * y_t = Σ_{i ≤ t} kernel_i u_{t−i}, as long as u: the convolution form of a linear time-invariant model (Gu et
 * al., S4, eq. 4). Both are padded with zeros past L + K − 1, or the end would wrap round to the beginning.
 */
export function causalConvolve(u: Float64Array, kernel: Float64Array): Float64Array {
  const L = count("the length of u", vector("u", u).length);
  const K = Math.min(L, count("the length of kernel", vector("kernel", kernel).length));
  const n = 2 ** Math.ceil(Math.log2(Math.max(2, L + K - 1)));
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

/** The forward transform into new arrays; x is left alone. */
function transform(x: ComplexVector): ComplexVector {
  const n = x.re.length;
  return (n & (n - 1)) === 0 ? radix4(x) : bluestein(x);
}

/** cos and −sin of 2πk/n for k ≤ n/4, kept for the last few lengths asked for. */
const twiddles = new Map<number, ComplexVector>();

function twiddle(n: number): ComplexVector {
  let w = twiddles.get(n);
  if (!w) {
    w = complexZeros(Math.floor(n / 4) + 1);
    for (let k = 0; k < w.re.length; k++) {
      w.re[k] = Math.cos((2 * Math.PI * k) / n);
      w.im[k] = -Math.sin((2 * Math.PI * k) / n);
    }
    if (twiddles.size >= 32) twiddles.clear();
    twiddles.set(n, w);
  }
  return w;
}

/**
 * The half spectrum of x from the transform Z of x_even + i x_odd: with E_k = ½(Z_k + Z̄_{h−k}) and
 * O_k = −½i(Z_k − Z̄_{h−k}), X_k = E_k + w^k O_k and X_{h−k} = conj(E_k − w^k O_k).
 */
function unfold(Z: ComplexVector, n: number): ComplexVector {
  const h = n / 2;
  const w = twiddle(n);
  const [Zr, Zi, wr, wi] = [Z.re, Z.im, w.re, w.im];
  const re = new Float64Array(h + 1);
  const im = new Float64Array(h + 1);
  re[0] = Zr[0]! + Zi[0]!;
  re[h] = Zr[0]! - Zi[0]!;
  for (let k = 1, m = h - 1; k <= m; k++, m--) {
    const Er = 0.5 * (Zr[k]! + Zr[m]!);
    const Ei = 0.5 * (Zi[k]! - Zi[m]!);
    const Or = 0.5 * (Zi[k]! + Zi[m]!);
    const Oi = 0.5 * (Zr[m]! - Zr[k]!);
    const tr = wr[k]! * Or - wi[k]! * Oi;
    const ti = wr[k]! * Oi + wi[k]! * Or;
    re[k] = Er + tr;
    im[k] = Ei + ti;
    re[m] = Er - tr;
    im[m] = ti - Ei;
  }
  return { re, im };
}

/** The inverse of `unfold` times n, with re and im exchanged so that a forward transform inverts. */
function fold(X: ComplexVector, n: number): ComplexVector {
  const h = n / 2;
  const w = twiddle(n);
  const [Xr, Xi, wr, wi] = [X.re, X.im, w.re, w.im];
  const re = new Float64Array(h);
  const im = new Float64Array(h);
  im[0] = Xr[0]! + Xr[h]!;
  re[0] = Xr[0]! - Xr[h]!;
  for (let k = 1, m = h - 1; k <= m; k++, m--) {
    const Er = Xr[k]! + Xr[m]!;
    const Ei = Xi[k]! - Xi[m]!;
    const tr = Xr[k]! - Xr[m]!;
    const ti = Xi[k]! + Xi[m]!;
    const Or = wr[k]! * tr + wi[k]! * ti;
    const Oi = wr[k]! * ti - wi[k]! * tr;
    im[k] = Er - Oi;
    re[k] = Ei + Or;
    im[m] = Er + Oi;
    re[m] = Or - Ei;
  }
  return { re, im };
}
