import { keeping } from "../../kit/keeping.ts";
import { complexZeros, type ComplexVector } from "../../numerics/complex.ts";
import { dplr, type Dplr } from "../../numerics/dplr.ts";
import { feedbackCondition, feedbackSpectrum, modeSlope } from "../../numerics/feedbackSpectrum.ts";
import { hessenbergQr } from "../../numerics/hessenbergQr.ts";
import { legsFeedback } from "../../numerics/hippo.ts";

/** A(κ) = X Λ X⁻¹, in floating point. */
export interface Eigen {
  /** The eigenvalues of A(κ) as the QR method finds them, and as they are. */
  readonly found: ComplexVector;
  readonly exact: ComplexVector;
  /** ‖X‖₂‖X⁻¹‖₂: 1 for unitary X. */
  readonly condition: number;
  /** How far V*V is from the identity, for the eigenvectors V of the normal part. */
  readonly unitary: number;
  /** The kernel at κ as a sum over the eigenvectors. */
  readonly through: Float64Array;
}

const spectrumOf = keeping((N: number, kappa: number) => {
  const exact = feedbackSpectrum(N, kappa);
  return {
    exact,
    found: hessenbergQr(legsFeedback(N, kappa).A.data, N),
    condition: feedbackCondition(exact, kappa),
  };
});
const partsOf = keeping((N: number) => {
  const parts = dplr(N);
  return { parts, unitary: departure(parts) };
});

export function eigenOf(
  N: number,
  kappa: number,
  dt: number,
  C: Float64Array,
  lags: number,
): Eigen {
  const { parts, unitary } = partsOf(N);
  const spectrum = spectrumOf(N, kappa);
  return { ...spectrum, unitary, through: throughModes(parts, spectrum.exact, kappa, dt, C, lags) };
}

// #region modes
/**
 * The kernel as Σ_j (C v_j)(w_j* B) / (w_j* v_j) · b̄_j ā_j^l, from the true eigenvalues, with v_j = (λ_j − A⁽ᴺ⁾)⁻¹B: where the v_j
 * nearly point the same way, w_j* v_j is next to nothing, the terms are huge, and their sum loses all its digits.
 */
export function throughModes(
  parts: Dplr,
  lambda: ComplexVector,
  kappa: number,
  dt: number,
  C: Float64Array,
  lags: number,
): Float64Array {
  const weights = kappa === 0 ? ownModes(parts, C) : bentModes(parts, lambda, kappa, C);
  const K = new Float64Array(lags);
  lambda.re.forEach((re, j) => {
    const [x, y] = [(dt * re) / 2, (dt * lambda.im[j]!) / 2];
    // b̄ = dt/(1 − x − iy), ā = (1 + x + iy)/(1 − x − iy)
    const below = (1 - x) ** 2 + y * y;
    const [p, q] = [(1 - x) / below, y / below];
    const [ar, ai] = [(1 + x) * p - y * q, (1 + x) * q + y * p];
    const gain = (dt * (1 + kappa)) / 2;
    const [r, s] = [weights.re[j]!, weights.im[j]!];
    let [u, v] = [gain * (r * p - s * q), gain * (r * q + s * p)];
    for (let l = 0; l < lags; l++) {
      K[l]! += u;
      [u, v] = [u * ar - v * ai, u * ai + v * ar];
    }
  });
  return K;
}
// #endregion

/** C V and V*B: at κ = 0 the eigenvectors are unitary. In the order of `feedbackSpectrum`: each with its conjugate. */
function ownModes({ V, B, weight, N }: Dplr, C: Float64Array): ComplexVector {
  const out = complexZeros(N);
  const H = weight.length;
  for (let j = 0, k = 0; j < H; j++)
    for (const side of weight[j] === 2 ? [1, -1] : [1]) {
      for (let n = 0; n < N; n++) {
        out.re[k]! += C[n]! * V.re.data[n * H + j]! * B[j]!;
        out.im[k]! += side * C[n]! * V.im.data[n * H + j]! * B[j]!;
      }
      k++;
    }
  return out;
}

/** (C v_j)(w_j* B)/(w_j* v_j) = C v_j / slope_j, with v_j as a sum over the unitary eigenvectors. */
function bentModes(
  parts: Dplr,
  lambda: ComplexVector,
  kappa: number,
  C: Float64Array,
): ComplexVector {
  const own = ownModes(parts, C);
  const poles = feedbackSpectrum(parts.N, 0);
  const out = complexZeros(parts.N);
  for (let j = 0; j < parts.N; j++) {
    let [re, im] = [0, 0];
    for (let n = 0; n < parts.N; n++) {
      const [a, b] = [lambda.re[j]! - poles.re[n]!, lambda.im[j]! - poles.im[n]!];
      const below = a * a + b * b;
      re += (own.re[n]! * a + own.im[n]! * b) / below;
      im += (own.im[n]! * a - own.re[n]! * b) / below;
    }
    const [c, d] = modeSlope(parts.N, kappa, lambda.re[j]!, lambda.im[j]!);
    const below = c * c + d * d;
    out.re[j] = (re * c + im * d) / below;
    out.im[j] = (im * c - re * d) / below;
  }
  return out;
}

/** Largest entry of V*V − I, for the N columns: those kept and their conjugates. */
function departure({ V, weight, N }: Dplr): number {
  const H = weight.length;
  let worst = 0;
  for (let i = 0; i < H; i++)
    for (let j = i; j < H; j++)
      for (const sign of [1, -1]) {
        let [re, im] = [0, 0];
        for (let n = 0; n < N; n++) {
          const [a, b] = [V.re.data[n * H + i]!, V.im.data[n * H + i]!];
          const [c, d] = [V.re.data[n * H + j]!, sign * V.im.data[n * H + j]!];
          re += a * c + b * d;
          im += a * d - b * c;
        }
        const same = i === j && (sign === 1 || weight[i] === 1);
        worst = Math.max(worst, Math.hypot(re - Number(same), im));
      }
  return worst;
}

/** How far the eigenvalues found are from the true ones: each true one to the nearest found. */
export function astray({ found, exact }: Eigen): number {
  let worst = 0;
  exact.re.forEach((a, i) => {
    let best = Infinity;
    found.re.forEach((b, k) => {
      best = Math.min(best, Math.hypot(a - b, exact.im[i]! - found.im[k]!));
    });
    worst = Math.max(worst, best);
  });
  return worst;
}
