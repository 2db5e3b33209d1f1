import { count, fail } from "./check.ts";
import { complexZeros, type ComplexVector } from "./complex.ts";
import { zeros, type Matrix } from "./matrix.ts";
import { spectralNorm } from "./spectralNorm.ts";

/**
 * LegS as diagonal plus low rank: A = V (Λ − P P*) V* with V unitary (S4 Theorem 1 and section 3.3; arXiv 2111.00396).
 * Λ comes in conjugate pairs, so only the H = ⌈N/2⌉ with ω ≥ 0 are kept, largest ω first; the other columns are conjugates.
 */
export interface Dplr {
  readonly N: number;
  /** Λ_j = −½ + iω_j, length H. */
  readonly Lambda: ComplexVector;
  /** How many states entry j stands for: 2 (a pair), or 1 for the lone ω = 0 of odd N. */
  readonly weight: Float64Array;
  /** V*B, length H: real and positive by the choice of each eigenvector's phase. */
  readonly B: Float64Array;
  /** V*P = V*B/√2, length H. */
  readonly P: Float64Array;
  /** The unitary eigenvectors as columns, N×H each. */
  readonly V: { readonly re: Matrix; readonly im: Matrix };
}

// #region dplr
/**
 * The DPLR form of LegS in closed form, O(N²) and accurate in every entry. With S = A + PPᵀ and w_n = v_n/√(2n+1), the
 * difference of two rows of S v = (−½ + iω) v is a two-term recurrence, w_{n+1}(2n+3+2iω)/(2n+3) = −w_n(2n+1−2iω)/(2n+1),
 * which every eigenvector obeys; the first and last row then fix ω by phases alone:
 * Σ_n arctan((2n+1)/2ω) = π(j + ½), j = 0 … H−1. (Own derivation. A library's eigensolver errs by ε‖S‖ ≈ εN²/π in *every* ω; S Sᵀ would square the condition number.)
 */
export function dplr(N: number): Dplr {
  const H = Math.ceil(count("N", N) / 2);
  const omega = frequencies(N);
  const re = zeros(N, H);
  const im = zeros(N, H);
  const B = new Float64Array(H);
  for (let j = 0; j < H; j++) {
    const y = 2 * omega[j]!;
    let energy = 0;
    for (let m = 1; m < 2 * N; m += 2) energy += m / (m * m + y * y);
    B[j] = 1 / Math.sqrt(energy); // Σ √(2n+1) v_n, for |v| = 1
    let [x, z] = [B[j]! / (1 + y * y), (-B[j]! * y) / (1 + y * y)]; // w_n/(2n+1) = x + iz, from B/(1 + iy)
    for (let n = 0; n < N; n++) {
      const m = 2 * n + 1;
      re.data[n * H + j] = Math.sqrt(m) * x;
      im.data[n * H + j] = Math.sqrt(m) * z;
      // × −(m − iy) / (m + 2 + iy)
      const d = (m + 2) * (m + 2) + y * y;
      const [a, b] = [(y * y - m * (m + 2)) / d, (y * (2 * m + 2)) / d];
      [x, z] = [a * x - b * z, a * z + b * x];
    }
  }
  const Lambda = { re: new Float64Array(H).fill(-0.5), im: omega };
  const weight = omega.map((w) => (w > 0 ? 2 : 1));
  return { N, Lambda, weight, B, P: B.map((b) => b * Math.SQRT1_2), V: { re, im } };
}
// #endregion

/** The last frequencies found: nearly all of the work above, and asked for again at every move of another parameter. */
let last = new Float64Array();
let lastN = 0;

/**
 * The H frequencies, falling. In x = 1/(2ω) the sum of arctangents rises and is concave, so Newton from the root before
 * climbs to the next one without overshooting. The last of odd N lies at x = ∞.
 */
function frequencies(N: number): Float64Array {
  if (N === lastN) return last.slice();
  const omega = new Float64Array(Math.ceil(N / 2));
  let x = 0;
  for (let j = 0; 2 * j + 1 < N; j++) {
    const target = Math.PI * (j + 0.5);
    for (let round = 0; round < 60; round++) {
      let [sum, slope] = [-target, 0];
      for (let m = 1; m < 2 * N; m += 2) {
        sum += Math.atan(m * x);
        slope += m / (1 + m * m * x * x);
      }
      const change = -sum / slope;
      x += change;
      if (Math.abs(change) <= 4e-16 * x) break;
    }
    omega[j] = 1 / (2 * x);
  }
  [last, lastN] = [omega.slice(), N];
  return omega;
}

/** How ill the eigenvectors of LegS itself are, and so why S4 does not simply diagonalise A. */
export interface Diagonalisation {
  /** ‖X‖₂ ‖X⁻¹‖₂ for the eigenvectors X scaled to length 1: how many times rounding may grow. */
  readonly condition: number;
  /** The largest entry of the eigenvectors when their first entry is 1: about 2^{4N/3} (S4 Lemma 3.2). */
  readonly largest: number;
}

/**
 * The conditioning of A = X diag(−1 … −N) X⁻¹ for LegS from closed forms without cancellation: with D = diag √(2n+1), X = D W,
 * W_nj = (−1)^{n−j} C(n+j, n−j) (S4 Lemma 3.2) and (W⁻¹)_nj = (2j+1)/(n+j+1) C(2n, n−j). A numeric inverse would itself drown
 * in rounding from N = 16 on. Throws for N above 128: the squares of the entries leave the range of Float64.
 */
export function diagonalisation(N: number): Diagonalisation {
  if (count("N", N) > 128) fail("N", "at most 128", N);
  const [X, inverse] = [complexZeros(N * N), complexZeros(N * N)];
  let largest = 0;
  for (let j = 0; j < N; j++) {
    let square = 0;
    for (let n = j, w = 1; n < N; w *= -(n + j + 1) / (n + 1 - j), n++) {
      X.re[n * N + j] = Math.sqrt(2 * n + 1) * w;
      square += (2 * n + 1) * w * w;
      largest = Math.max(largest, Math.abs(w));
    }
    const length = Math.sqrt(square);
    for (let n = j; n < N; n++) X.re[n * N + j]! /= length;
    for (let n = j, w = length; n >= 0; w *= (j + n) / (j - n + 1), n--)
      inverse.re[j * N + n] = (Math.sqrt(2 * n + 1) * w) / (n + j + 1);
  }
  return { condition: spectralNorm(X, N) * spectralNorm(inverse, N), largest };
}
