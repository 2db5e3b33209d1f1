/** Three sums over the same conjugate poles −½ ± iω_n, one for each row of real weights. */
export interface Cauchy {
  /**
   * Sets (out[2w], out[2w+1]) to the real and imaginary part of Σ_n weights[w][n] / (s² + κ²ω_n²), s = κ/2 + iσ: the sum over the poles
   * at g = iσ/κ, multiplied so that g = ∞ (κ = 0, z = −1) is a point like any other. O(N), and O(1) where |g| is far above all poles.
   */
  at(kappa: number, sigma: number, out: Float64Array): void;
}

/** Terms of the far series that leave less than 2⁻⁵⁶, by |ω_max/g|². */
const TERMS = 14;
const terms = (ratio: number) =>
  ratio < 1 / 4096 ? 5 : ratio < 1 / 256 ? 7 : ratio < 1 / 64 ? 10 : TERMS;

/**
 * Prepares the sums for frequencies ω ≥ 0 and three rows of weights as long. Far from the poles a sum is its multipole series
 * s⁻² Σ_m μ_m tᵐ with t = −(κω_max/s)², μ_m = Σ_n w_n (ω_n/ω_max)^{2m}: the far half of the fast multipole method on which S4's
 * complexity Õ(N + L) rests (S4 section 3.3, Proposition 5). Checks nothing: `legsKernel` is the guarded caller.
 */
export function cauchy(omega: Float64Array, weights: Triple): Cauchy {
  const modulus = omega.map((w) => w * w + 0.25); // |pole|²
  const max2 = omega.reduce((max, w) => Math.max(max, w * w), 0);
  const series = weights.map((w) => moments(w, omega, max2)) as unknown as Triple;
  const at = (kappa: number, sigma: number, out: Float64Array) => {
    const x = (kappa * kappa) / 4 - sigma * sigma; // s² = x + iy
    const y = sigma * kappa;
    const size2 = x * x + y * y;
    const k2 = kappa * kappa * max2;
    const ratio = k2 / Math.sqrt(size2);
    if (ratio >= 1 / 16) near(modulus, weights, kappa, sigma, out);
    else far(series, terms(ratio), x / size2, y / size2, k2, out);
  };
  return { at };
}

type Triple = readonly [Float64Array, Float64Array, Float64Array];

/** Pole pair by pole pair: s² + κ²ω² = a + ib, b the same for all. */
function near(
  modulus: Float64Array,
  [u, v, e]: Triple,
  kappa: number,
  sigma: number,
  out: Float64Array,
): void {
  const k2 = kappa * kappa;
  const s2 = sigma * sigma;
  const b = sigma * kappa;
  const b2 = b * b;
  let ua = 0;
  let u1 = 0;
  let va = 0;
  let v1 = 0;
  let ea = 0;
  let e1 = 0;
  for (let n = 0; n < modulus.length; n++) {
    const a = k2 * modulus[n]! - s2;
    const inverse = 1 / (a * a + b2);
    const share = a * inverse;
    ua += u[n]! * share;
    u1 += u[n]! * inverse;
    va += v[n]! * share;
    v1 += v[n]! * inverse;
    ea += e[n]! * share;
    e1 += e[n]! * inverse;
  }
  out[0] = ua;
  out[1] = -b * u1;
  out[2] = va;
  out[3] = -b * v1;
  out[4] = ea;
  out[5] = -b * e1;
}

/** The series in t = −κ²ω_max²/s², 1/s² = cx − i cy, by Goertzel's division by (z − t)(z − t*), three series abreast. */
function far(
  [mu, mv, me]: Triple,
  terms: number,
  cx: number,
  cy: number,
  k2: number,
  out: Float64Array,
): void {
  const tx = -k2 * cx;
  const ty = k2 * cy;
  const p = 2 * tx;
  const q = tx * tx + ty * ty;
  let u1 = 0;
  let u2 = 0;
  let v1 = 0;
  let v2 = 0;
  let e1 = 0;
  let e2 = 0;
  for (let m = terms - 1; m > 0; m--) {
    const u0 = mu[m]! + p * u1 - q * u2;
    const v0 = mv[m]! + p * v1 - q * v2;
    const e0 = me[m]! + p * e1 - q * e2;
    u2 = u1;
    v2 = v1;
    e2 = e1;
    u1 = u0;
    v1 = v0;
    e1 = e0;
  }
  settle(out, 0, mu[0]! + tx * u1 - q * u2, ty * u1, cx, cy);
  settle(out, 2, mv[0]! + tx * v1 - q * v2, ty * v1, cx, cy);
  settle(out, 4, me[0]! + tx * e1 - q * e2, ty * e1, cx, cy);
}

/** (re + i im)(cx − i cy) into out. */
function settle(out: Float64Array, i: number, re: number, im: number, cx: number, cy: number) {
  out[i] = re * cx + im * cy;
  out[i + 1] = im * cx - re * cy;
}

/** Σ_n w_n (ω_n²/max2)^m for m = 0 … TERMS − 1. */
function moments(weights: Float64Array, omega: Float64Array, max2: number): Float64Array {
  const out = new Float64Array(TERMS);
  weights.forEach((w, n) => {
    const ratio = max2 > 0 ? omega[n]! ** 2 / max2 : 0;
    for (let m = 0, term = w; m < TERMS; m++, term *= ratio) out[m]! += term;
  });
  return out;
}
