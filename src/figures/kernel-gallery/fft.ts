import { complexZeros, type ComplexVector } from "../../numerics/complex.ts";
import { inverseRealFft, realFft } from "../../numerics/fft.ts";

/** A convolution by way of three transforms, each stage kept. */
export interface Steps {
  readonly L: number;
  /** Length of the transforms: a power of two of at least 2L with padding, L without. */
  readonly n: number;
  /** Input and kernel, with zeros up to n. */
  readonly u: Float64Array;
  readonly K: Float64Array;
  /** Their transforms, the non-negative frequencies, and the product of these. */
  readonly U: ComplexVector;
  readonly H: ComplexVector;
  readonly Y: ComplexVector;
  /** What comes back, n samples. */
  readonly y: Float64Array;
  /** What should: Σ K_i u_{t−i} term by term, 2L − 1 samples with the tail after the end, and a 0. */
  readonly wanted: Float64Array;
}

// #region fft-steps
/** Pad, transform, multiply, transform back (S4 section 2.4; without the padding the end wraps to the beginning). */
export function convolveInSteps(input: Float64Array, kernel: Float64Array, pad: boolean): Steps {
  const L = input.length;
  const n = pad ? 2 ** Math.ceil(Math.log2(2 * L)) : L;
  const [u, K] = [new Float64Array(n), new Float64Array(n)];
  u.set(input);
  K.set(kernel);
  const [U, H] = [realFft(u), realFft(K)];
  const Y = complexZeros(U.re.length);
  for (let k = 0; k < Y.re.length; k++) {
    Y.re[k] = U.re[k]! * H.re[k]! - U.im[k]! * H.im[k]!;
    Y.im[k] = U.re[k]! * H.im[k]! + U.im[k]! * H.re[k]!;
  }
  return { L, n, u, K, U, H, Y, y: inverseRealFft(Y, n), wanted: direct(input, kernel) };
}
// #endregion

/** Term by term, in O(L²). */
function direct(u: Float64Array, K: Float64Array): Float64Array {
  const y = new Float64Array(2 * u.length);
  for (let s = 0; s < u.length; s++) for (let i = 0; i < K.length; i++) y[s + i]! += K[i]! * u[s]!;
  return y;
}

export const modulus = ({ re, im }: ComplexVector) => re.map((x, k) => Math.hypot(x, im[k]!));

/** The largest error among the L samples that are kept. */
export function wrapped({ L, y, wanted }: Steps): number {
  let most = 0;
  for (let t = 0; t < L; t++) most = Math.max(most, Math.abs(y[t]! - wanted[t]!));
  return most;
}

const largest = (v: Float64Array) => v.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** Whether sample t of what came back is wrong enough to be seen: a hundredth of the largest output. */
export const isWrong = ({ y, wanted }: Steps, t: number) =>
  Math.abs(y[t]! - wanted[t]!) > 0.01 * Math.max(1e-12, largest(wanted));

/** How many of the L samples are. */
export function spoilt(s: Steps): number {
  const limit = 0.01 * Math.max(1e-12, largest(s.wanted));
  let count = 0;
  for (let t = 0; t < s.L; t++) if (Math.abs(s.y[t]! - s.wanted[t]!) > limit) count++;
  return count;
}

/** Multiplications of the sum term by term, and of three transforms with the product: real ones, in round numbers. */
export const directCost = (L: number) => (L * (L + 1)) / 2;
/** A radix-2 transform of n real numbers takes n log₂(n)/… ≈ n log₂ n real multiplications; the product takes 2n. */
export const fastCost = (n: number) => Math.round(3 * n * Math.log2(Math.max(2, n)) + 2 * n);
