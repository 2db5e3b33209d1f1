/** Two standard deviations of a position, in the plane: half axes and the angle of the longer one. */
export interface Ellipse {
  readonly long: number;
  readonly short: number;
  readonly angle: number;
}

/** Two deviations a side. In two dimensions they hold 1 − e⁻² of a Gaussian, not 95 %. */
export const SIGMAS = 2;
export const HELD = 1 - Math.exp((-SIGMAS * SIGMAS) / 2);

/** The ellipse of the covariance [[a, b], [b, c]]. */
export function ellipseOf(a: number, b: number, c: number): Ellipse {
  const [middle, off] = [(a + c) / 2, Math.hypot((a - c) / 2, b)];
  return {
    long: SIGMAS * Math.sqrt(Math.max(0, middle + off)),
    short: SIGMAS * Math.sqrt(Math.max(0, middle - off)),
    angle: off > 1e-12 * middle ? Math.atan2(2 * b, a - c) / 2 : 0,
  };
}

/** Where a belief [x, vx, y, vy] of covariance P goes within a part of a step, 0 ≤ s ≤ 1, while no fix comes. */
export function drift(mean: Float64Array, P: Float64Array, q: number, s: number) {
  const moved = (i: number, j: number) =>
    P[4 * i + j]! + s * (P[4 * (i + 1) + j]! + P[4 * i + j + 1]!) + s * s * P[4 * (i + 1) + j + 1]!;
  const grown = (q * q * s ** 4) / 4;
  return {
    x: mean[0]! + s * mean[1]!,
    y: mean[2]! + s * mean[3]!,
    ellipse: ellipseOf(moved(0, 0) + grown, moved(0, 2), moved(2, 2) + grown),
  };
}
