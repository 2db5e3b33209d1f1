import { sigmaPoints } from "../../models/kalman.ts";
import { curves } from "./curves.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));

export const straightIsExact = ({ truth, tangent, points }: Run, { curve }: Setting): boolean =>
  curve !== "line" ||
  [tangent, points].every((w) => near(w.mean, truth.mean) && near(w.variance, truth.variance));

/** A parabola needs the moments up to the fourth, and the three points have them. */
export const pointsKnowSquares = ({ truth, points }: Run, { curve }: Setting): boolean =>
  curve !== "square" || (near(points.mean, truth.mean) && near(points.variance, truth.variance));

/** |E f(h) − f(m)| ≤ ½ max|f″| P, by Taylor's remainder. */
export const bendBoundsError = ({ truth, tangent, bell }: Run, { curve }: Setting): boolean =>
  Math.abs(truth.mean - tangent.mean) <= 0.5 * curves[curve].bend * bell.variance + 1e-9;

export function pointsAreTheBell({ bell }: Run): boolean {
  const points = sigmaPoints(bell);
  const mean = points.reduce((sum, { at, weight }) => sum + weight * at, 0);
  const variance = points.reduce((sum, { at, weight }) => sum + weight * (at - mean) ** 2, 0);
  return near(mean, bell.mean) && near(variance, bell.variance);
}

/** The shape drawn has the truth's mean, as far as it is in sight: nearly all is. */
export function massIsOne({ masses }: Run): boolean {
  const sum = masses.reduce((all, mass) => all + mass, 0);
  return sum <= 1 + 1e-9 && sum > 0.99;
}
