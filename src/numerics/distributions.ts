import { fail, finite, positive } from "./check.ts";

/**
 * ln Γ(x) for x > 0: Stirling's series (Abramowitz & Stegun 6.1.41) above 12, the recurrence below. Relative
 * error about 1e-15.
 */
export function logGamma(x: number): number {
  positive("x", x);
  let shift = 0;
  let z = x;
  while (z < 12) shift += Math.log(z++);
  const w = 1 / (z * z);
  const series =
    1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - w * (691 / 360360)))));
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series / z - shift;
}

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P, for a > 0 and x ≥ 0: the series below
 * a + 1, Lentz's continued fraction above (Numerical Recipes, 3rd ed., §6.2), so that the smaller one keeps its digits.
 */
export function incompleteGamma(a: number, x: number): { P: number; Q: number } {
  positive("a", a);
  if (!(x >= 0)) fail("x", "a number of at least 0", x);
  if (x === 0) return { P: 0, Q: 1 };
  if (x === Infinity) return { P: 1, Q: 0 };
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    const P = Math.min(1, front * lowerSeries(a, x));
    return { P, Q: 1 - P };
  }
  const Q = Math.min(1, front * upperFraction(a, x));
  return { P: 1 - Q, Q };
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n++) sum += term *= x / (a + n);
  return sum;
}

function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 100_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / nonZero(an * d + b, tiny);
    c = nonZero(b + an / c, tiny);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}

function nonZero(x: number, tiny: number): number {
  return Math.abs(x) < tiny ? tiny : x;
}

/** The probability that a χ² variable with `dof` > 0 degrees of freedom is at most x ≥ 0. */
export function chiSquaredCdf(x: number, dof: number): number {
  return incompleteGamma(positive("dof", dof) / 2, x / 2).P;
}

/** The probability that a χ² variable with `dof` > 0 degrees of freedom exceeds x ≥ 0: a test's p-value. */
export function chiSquaredTail(x: number, dof: number): number {
  return incompleteGamma(positive("dof", dof) / 2, x / 2).Q;
}

/**
 * The x with `chiSquaredCdf(x, dof)` = p, for p in (0, 1): Wilson and Hilferty's cube (1931) as a start, then
 * Newton's method kept inside a bracket.
 */
export function chiSquaredQuantile(p: number, dof: number): number {
  probability("p", p);
  const a = positive("dof", dof) / 2;
  const logNorm = a * Math.log(2) + logGamma(a);
  const w = 2 / (9 * dof);
  let low = 0;
  let high = Infinity;
  const cube = dof * (1 - w + normalQuantile(p) * Math.sqrt(w)) ** 3;
  let x = cube > 0 ? cube : Math.exp((Math.log(p * a) + logNorm) / a);
  for (let i = 0; i < 200; i++) {
    const { P, Q } = incompleteGamma(a, x / 2);
    const excess = p < 0.5 ? P - p : 1 - p - Q;
    if (excess > 0) high = x;
    else low = x;
    const density = Math.exp((a - 1) * Math.log(x) - x / 2 - logNorm);
    let next = x - excess / density;
    if (!(next > low && next < high)) next = high < Infinity ? (low + high) / 2 : 2 * x;
    if (Math.abs(next - x) <= 4e-16 * x) return next;
    x = next;
  }
  return x;
}

/** The probability that a standard normal variable is at most x; full relative accuracy in both tails. */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) fail("x", "a number", x);
  const { P, Q } = incompleteGamma(0.5, (x * x) / 2);
  return x < 0 ? Q / 2 : 0.5 + P / 2;
}

/**
 * The x with `normalCdf(x)` = p, for p in (0, 1): a rational start (Abramowitz & Stegun 26.2.23, error below
 * 4.5e-4), then three steps of Halley's method.
 */
export function normalQuantile(p: number): number {
  probability("p", p);
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  const top = 2.515517 + t * (0.802853 + t * 0.010328);
  let x = top / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let i = 0; i < 3; i++) {
    const step = ((normalCdf(x) - p) * Math.sqrt(2 * Math.PI)) / Math.exp((-x * x) / 2);
    x -= step / (1 + (x * step) / 2);
  }
  return x;
}

/** Throws unless 0 < p < 1; returns p. */
export function probability(name: string, p: number): number {
  return finite(name, p) > 0 && p < 1 ? p : fail(name, "a probability above 0 and below 1", p);
}
