import { count, fail } from "./check.ts";
import { complexZeros, type ComplexVector } from "./complex.ts";
import { diagonalisation, dplr } from "./dplr.ts";
import { spectralNorm } from "./spectralNorm.ts";

// #region spectrum
/**
 * The eigenvalues of A(κ) = A⁽ᴺ⁾ − (κ/2) B Bᵀ of LegS, 0 ≤ κ ≤ 1, each to about the last digit. With z = λ + ½ and m = n + ½ they
 * are the roots of P(z) = −(1 − κ)/(1 + κ), P(z) = (−1)ᴺ Π (m + z)/(m − z): at κ = 1 the numbers −1 … −N, at κ = 0 the Λ of the DPLR form.
 * (Own derivation: Π (z + m) is the characteristic polynomial at κ = 1, of which that at κ = 0 is the part of N's parity.)
 * By the simultaneous iteration of Ehrlich and Aberth, O(N²) a round. Throws on a κ outside 0 … 1.
 */
export function feedbackSpectrum(N: number, kappa: number): ComplexVector {
  if (!(kappa >= 0 && kappa <= 1)) fail("kappa", "from 0 to 1", kappa);
  const roots = startOf(count("N", N), kappa);
  const found = new Uint8Array(N);
  if (kappa > 0 && kappa < 1)
    for (let round = 0; round < ROUNDS; round++) if (improve(roots, found, kappa) === N) break;
  return { re: roots.re.map((x) => x - 0.5), im: roots.im };
}
// #endregion

const ROUNDS = 200;

/** z at κ = 0 and 1; between them, where the iteration begins. */
function startOf(N: number, kappa: number): ComplexVector {
  const z = complexZeros(N);
  if (kappa === 1) {
    for (let n = 0; n < N; n++) z.re[n] = -n - 0.5;
    return z;
  }
  const { Lambda, weight } = dplr(N);
  let k = 0;
  Lambda.im.forEach((omega, j) => {
    for (const side of weight[j] === 2 ? [1, -1] : [1]) {
      z.im[k] = side * omega * (1 - kappa) + (kappa > 0 ? 0.01 * side : 0);
      z.re[k] = kappa > 0 ? -0.3 - 0.2 * kappa * (k + 1) : 0;
      k++;
    }
  });
  return z;
}

/** One round for the roots not yet `found`: those whose last change was under 1e-14 of 1 + |z|. Returns how many are. */
function improve({ re, im }: ComplexVector, found: Uint8Array, kappa: number): number {
  const rho = ((1 - kappa) / (1 + kappa)) * (re.length % 2 === 0 ? 1 : -1); // for the product without its sign
  let settled = 0;
  for (let i = 0; i < re.length; i++) {
    if (found[i] === 1) {
      settled++;
      continue;
    }
    const [x, y] = [re[i]!, im[i]!];
    const [wr, wi] = newton(re.length, x, y, rho);
    let [ar, ai] = [0, 0]; // Σ 1/(z_i − z_j)
    for (let j = 0; j < re.length; j++) {
      if (j === i) continue;
      const [u, v] = [x - re[j]!, y - im[j]!];
      const size = u * u + v * v;
      ar += u / size;
      ai -= v / size;
    }
    const [dr, di] = divide(wr, wi, 1 - (wr * ar - wi * ai), -(wr * ai + wi * ar));
    re[i] = x - dr;
    im[i] = y - di;
    if (Math.hypot(dr, di) > 1e-14 * (1 + Math.hypot(x, y))) continue;
    found[i] = 1;
    settled++;
  }
  return settled;
}

/** Newton's step for the polynomial (P + ρ) Π (m − z), without its products' overflow: (P + ρ) / (P S − (P + ρ) T). */
function newton(N: number, x: number, y: number, rho: number): readonly [number, number] {
  let [pr, pi, sr, si, tr, ti] = [1, 0, 0, 0, 0, 0];
  for (let n = 0; n < N; n++) {
    const m = n + 0.5;
    const [a, c] = [m + x, m - x];
    const [above, below] = [a * a + y * y, c * c + y * y];
    // P ← P (a + iy)/(c − iy); S = Σ 1/(m + z) + 1/(m − z), T = Σ 1/(m − z)
    sr += a / above + c / below;
    si += y / below - y / above;
    tr += c / below;
    ti += y / below;
    const [qr, qi] = [(a * c - y * y) / below, (y * (a + c)) / below];
    [pr, pi] = [pr * qr - pi * qi, pr * qi + pi * qr];
  }
  const r = pr + rho;
  const [dr, di] = [pr * sr - pi * si - (r * tr - pi * ti), pr * si + pi * sr - (r * ti + pi * tr)];
  return divide(r, pi, dr, di);
}

function divide(a: number, b: number, c: number, d: number): readonly [number, number] {
  const size = c * c + d * d;
  return [(a * c + b * d) / size, (b * c - a * d) / size];
}

/**
 * ‖X‖₂‖X⁻¹‖₂ of the eigenvectors X of A(κ), scaled to length 1: 1 where they are unitary, and more the less they can be told
 * apart. Seen from the eigenvectors of A⁽ᴺ⁾ they are v = (λ − A⁽ᴺ⁾)⁻¹B, and X⁻¹ is Xᵀ with each row times its eigenvalue's own condition,
 * 2κ / ((1 − κ²) |Re z| |S|), S = Σ 2m/(m² − z²) (own derivation, from |v|² = −2/(κ Re z)); at κ = 1 the closed form of LegS.
 * `spectrum` is `feedbackSpectrum(N, kappa)`.
 */
export function feedbackCondition(spectrum: ComplexVector, kappa: number): number {
  const N = spectrum.re.length;
  if (kappa === 0) return 1;
  if (kappa === 1) return diagonalisation(N).condition;
  const modes = complexZeros(N * N); // Xᵀ: a row for each eigenvalue
  const inverse = complexZeros(N * N);
  const { Lambda, weight, B } = dplr(N);
  spectrum.re.forEach((re, j) => {
    const im = spectrum.im[j]!;
    const [sr, si] = logSlope(N, re + 0.5, im);
    const own = (2 * kappa) / ((1 - kappa * kappa) * Math.abs(re + 0.5) * Math.hypot(sr, si));
    const shrink = Math.sqrt((-kappa * (re + 0.5)) / 2);
    let k = j * N;
    Lambda.im.forEach((omega, m) => {
      for (const side of weight[m] === 2 ? [1, -1] : [1]) {
        const [x, y] = divide(B[m]! * shrink, 0, re + 0.5, im - side * omega);
        [modes.re[k], modes.im[k]] = [x, y];
        [inverse.re[k], inverse.im[k]] = [own * x, own * y];
        k++;
      }
    });
  });
  return spectralNorm(modes, N) * spectralNorm(inverse, N);
}

/** P′/P = Σ 1/(m + z) + 1/(m − z) at z = x + iy. */
function logSlope(N: number, x: number, y: number): readonly [number, number] {
  let [sr, si] = [0, 0];
  for (let m = 0.5; m < N; m++) {
    const [above, below] = [(m + x) ** 2 + y * y, (m - x) ** 2 + y * y];
    sr += (m + x) / above + (m - x) / below;
    si += y / below - y / above;
  }
  return [sr, si];
}

/**
 * The derivative at its own root of det(λ − A(κ))/det(λ − A⁽ᴺ⁾) = ((1 + κ)P + 1 − κ)/(P + 1), for 0 < κ ≤ 1: what a mode of
 * A(κ) is divided by.
 */
export function modeSlope(N: number, kappa: number, re: number, im: number): [number, number] {
  if (kappa < 1) {
    const [sr, si] = logSlope(N, re + 0.5, im);
    const scale = -(1 - kappa * kappa) / (2 * kappa);
    return [scale * sr, scale * si];
  }
  // P is zero: 2P′, which leaves the root's own factor out
  const own = -re - 0.5;
  let slope = (N % 2 === 0 ? 2 : -2) / (own + own);
  for (let m = 0.5; m < N; m++) if (m !== own) slope *= (m - own) / (m + own);
  return [slope, 0];
}
