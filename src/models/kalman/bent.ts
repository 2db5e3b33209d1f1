import { fail, finite, positive } from "../../numerics/check.ts";
import type { Bell } from "./product.ts";

/** A mean and a variance, which may be 0. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** A curve that a state is read through, and its slope. */
export interface Curve {
  f(h: number): number;
  slope(h: number): number;
}

/** Deviations to either side, and cells, in which a bell is added up. */
const REACH = 10;
const CELLS = 2000;

function check({ mean, variance }: Bell): void {
  finite("mean", mean);
  positive("variance", variance);
}

/** What the extended Kalman filter makes of a bell behind a curve: the curve is taken for its tangent at the mean (Särkkä 2013, ch. 5). */
export function throughTangent({ f, slope }: Curve, bell: Bell): Moments {
  check(bell);
  // #region tangent
  const C = slope(bell.mean);
  return { mean: f(bell.mean), variance: C * C * bell.variance };
  // #endregion
}

/** Three places that have the mean and the variance of a bell, with their weights (Julier & Uhlmann 2004, κ = 3 − n = 2). */
export function sigmaPoints({ mean, variance }: Bell) {
  const aside = Math.sqrt(3 * variance);
  return [
    { at: mean, weight: 2 / 3 },
    { at: mean - aside, weight: 1 / 6 },
    { at: mean + aside, weight: 1 / 6 },
  ] as const;
}

/** What the unscented Kalman filter makes of it: the sigma points go through the curve, and their mean and variance are taken. */
export function throughPoints({ f }: Pick<Curve, "f">, bell: Bell): Moments {
  check(bell);
  // #region points
  const points = sigmaPoints(bell).map(({ at, weight }) => ({ y: f(at), weight }));
  const mean = points.reduce((sum, { y, weight }) => sum + weight * y, 0);
  const variance = points.reduce((sum, { y, weight }) => sum + weight * (y - mean) ** 2, 0);
  // #endregion
  return { mean, variance };
}

/** Mean and variance of f(h) as they are, added up in narrow cells: for smooth curves to some fourteen digits. */
export function throughCurve({ f }: Pick<Curve, "f">, bell: Bell): Moments {
  check(bell);
  const deviation = Math.sqrt(bell.variance);
  const step = (2 * REACH) / CELLS;
  const values = Float64Array.from({ length: CELLS + 1 }, (_, i) =>
    f(bell.mean + deviation * (i * step - REACH)),
  );
  const sum = (of: (y: number) => number) =>
    values.reduce((all, y, i) => all + step * density(i * step - REACH) * of(y), 0);
  const mean = sum((y) => y);
  return { mean, variance: sum((y) => (y - mean) ** 2) };
}

/**
 * The probability of each of `bins` equal bins from low to high for f(h): the mass of every narrow cell of h is spread over the
 * values that f takes in it. What falls outside is left out.
 */
export function massThroughCurve(
  { f }: Pick<Curve, "f">,
  bell: Bell,
  { low, high, bins }: { low: number; high: number; bins: number },
): Float64Array {
  check(bell);
  if (!(low < high)) fail("low", "below high", low);
  const masses = new Float64Array(bins);
  const deviation = Math.sqrt(bell.variance);
  const step = (2 * REACH) / CELLS;
  const place = (z: number) => ((f(bell.mean + deviation * z) - low) / (high - low)) * bins;
  let [z, from] = [-REACH, place(-REACH)];
  for (let i = 0; i < CELLS; i++) {
    const [next, to] = [z + step, place(z + step)];
    // Simpson's rule for the cell's mass
    const mass = (step / 6) * (density(z) + 4 * density(z + step / 2) + density(next));
    spread(masses, mass, Math.min(from, to), Math.max(from, to));
    [z, from] = [next, to];
  }
  return masses;
}

const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** A mass over the part of the bins from a to b, evenly. */
function spread(masses: Float64Array, mass: number, a: number, b: number): void {
  const [first, last] = [Math.floor(a), Math.floor(b)];
  if (first === last || b - a < 1e-12) {
    if (first >= 0 && first < masses.length) masses[first]! += mass;
    return;
  }
  for (let k = Math.max(0, first); k <= Math.min(masses.length - 1, last); k++)
    masses[k]! += (mass * (Math.min(b, k + 1) - Math.max(a, k))) / (b - a);
}
