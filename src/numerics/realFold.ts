import type { ComplexVector } from "./complex.ts";

/**
 * Between the spectrum of a real vector x of length n = 2h and the transform Z, interleaved, of the complex vector
 * x_even + i x_odd of length h (Press et al., Numerical Recipes, section 12.3).
 */

/** cos and −sin of 2πk/n for k ≤ n/4, interleaved. */
const factors = new Map<number, Float64Array>();

function factorsFor(n: number): Float64Array {
  let w = factors.get(n);
  if (!w) {
    w = new Float64Array(2 * (Math.floor(n / 4) + 1));
    for (let k = 0; 2 * k < w.length; k++) {
      w[2 * k] = Math.cos((2 * Math.PI * k) / n);
      w[2 * k + 1] = -Math.sin((2 * Math.PI * k) / n);
    }
    if (factors.size >= 32) factors.clear();
    factors.set(n, w);
  }
  return w;
}

/**
 * The half spectrum of x from the transform Z of x_even + i x_odd, h = n/2 long: with E_k = ½(Z_k + Z̄_{h−k}) and
 * O_k = −½i(Z_k − Z̄_{h−k}), X_k = E_k + w^k O_k and X_{h−k} = conj(E_k − w^k O_k). Returns the sum
 * of all numbers: when that is finite, so is each of them.
 */
export function unfold(Z: Float64Array, { re, im }: ComplexVector): number {
  const h = re.length - 1;
  const w = factorsFor(2 * h);
  re[0] = Z[0]! + Z[1]!;
  re[h] = Z[0]! - Z[1]!;
  im[0] = im[h] = 0;
  let total = re[0]! + re[h]!;
  for (let k = 1, m = h - 1; k <= m; k++, m--) {
    const a = Z[2 * k]!;
    const b = Z[2 * k + 1]!;
    const c = Z[2 * m]!;
    const d = Z[2 * m + 1]!;
    const wr = 0.5 * w[2 * k]!;
    const wi = 0.5 * w[2 * k + 1]!;
    const Er = 0.5 * (a + c);
    const Ei = 0.5 * (b - d);
    const tr = wr * (b + d) - wi * (c - a);
    const ti = wr * (c - a) + wi * (b + d);
    total += re[k] = Er + tr;
    total += im[k] = Ei + ti;
    total += re[m] = Er - tr;
    total += im[m] = ti - Ei;
  }
  return total;
}

/**
 * `unfold` for Z = (U + V, U − V) from U and V, each H = h/2 long: k, H − k, H + k and h − k at once. The factor of
 * H − k is −i times the conjugate of that of k.
 */
export function unfoldHalves(UV: Float64Array, { re, im }: ComplexVector): number {
  const h = re.length - 1;
  const H = h / 2;
  const w = factorsFor(2 * h);
  const sumR = UV[0]! + UV[h]!;
  const sumI = UV[1]! + UV[h + 1]!;
  re[0] = sumR + sumI;
  re[h] = sumR - sumI;
  im[0] = im[h] = 0;
  re[H] = UV[0]! - UV[h]!;
  im[H] = UV[h + 1]! - UV[1]!;
  let total = re[0]! + re[h]!;
  let other = re[H]! + im[H]!;
  for (let k = 1, m = H - 1; k <= m; k++, m--) {
    const ar = UV[2 * k]! + UV[2 * k + h]!;
    const ai = UV[2 * k + 1]! + UV[2 * k + 1 + h]!;
    const br = UV[2 * k]! - UV[2 * k + h]!;
    const bi = UV[2 * k + 1]! - UV[2 * k + 1 + h]!;
    const cr = UV[2 * m]! + UV[2 * m + h]!;
    const ci = UV[2 * m + 1]! + UV[2 * m + 1 + h]!;
    const dr = UV[2 * m]! - UV[2 * m + h]!;
    const di = UV[2 * m + 1]! - UV[2 * m + 1 + h]!;
    const wr = 0.5 * w[2 * k]!;
    const wi = 0.5 * w[2 * k + 1]!;
    // Z_k = a beside Z_{h−k} = d
    const Er = 0.5 * (ar + dr);
    const Ei = 0.5 * (ai - di);
    const Or = wr * (ai + di) - wi * (dr - ar);
    const Oi = wr * (dr - ar) + wi * (ai + di);
    total += re[k] = Er + Or;
    total += im[k] = Ei + Oi;
    total += re[h - k] = Er - Or;
    total += im[h - k] = Oi - Ei;
    // Z_{H−k} = c beside Z_{H+k} = b
    const Fr = 0.5 * (cr + br);
    const Fi = 0.5 * (ci - bi);
    const Pr = wr * (br - cr) - wi * (ci + bi);
    const Pi = -wr * (ci + bi) - wi * (br - cr);
    other += re[m] = Fr + Pr;
    other += im[m] = Fi + Pi;
    other += re[h - m] = Fr - Pr;
    other += im[h - m] = Pi - Fi;
  }
  return total + other;
}

/** The inverse of `unfold` times n, with re and im exchanged so that a forward transform inverts. */
export function fold(X: ComplexVector, n: number): Float64Array {
  const w = factorsFor(n);
  const h = n / 2;
  const Z = new Float64Array(n);
  Z[1] = X.re[0]! + X.re[h]!;
  Z[0] = X.re[0]! - X.re[h]!;
  for (let k = 1, m = h - 1; k <= m; k++, m--) {
    const Er = X.re[k]! + X.re[m]!;
    const Ei = X.im[k]! - X.im[m]!;
    const tr = X.re[k]! - X.re[m]!;
    const ti = X.im[k]! + X.im[m]!;
    const Or = w[2 * k]! * tr + w[2 * k + 1]! * ti;
    const Oi = w[2 * k]! * ti - w[2 * k + 1]! * tr;
    Z[2 * k + 1] = Er - Oi;
    Z[2 * k] = Ei + Or;
    Z[2 * m + 1] = Er + Oi;
    Z[2 * m] = Or - Ei;
  }
  return Z;
}
