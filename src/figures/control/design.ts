import { closedLoop, lqr, placePoles } from "../../models/control.ts";
import { steadyFilter, type Dynamics } from "../../models/kalman/steadyState.ts";
import type { ComplexVector } from "../../numerics/complex.ts";
import { smallEigenvalues } from "../../numerics/eigenSmall.ts";
import { identity, type Matrix, zeros } from "../../numerics/matrix.ts";
import { add, multiply, scale, transpose } from "../../numerics/linalg.ts";
import type { Setting } from "./params.ts";
import type { Plant } from "./plant.ts";

/** All that is settled before the run: the gains and the poles they give. */
export interface Design {
  readonly K: Matrix;
  readonly closed: Matrix;
  readonly poles: ComplexVector;
  /** Poles without feedback. */
  readonly open: ComplexVector;
  /** The weights of the cost Σ hᵀQh + r u², and its matrix P where K minimises it. */
  readonly Q: Matrix;
  readonly r: number;
  readonly P: Matrix | undefined;
  /** The Kalman filter's steady gain and the poles of its error, where there is one. */
  readonly gain: Matrix | undefined;
  readonly watch: ComplexVector | undefined;
}

/** Poles as the reader sets them: each pair by its middle and half distance. */
export function polesOf({ plant, poles, pole }: Setting): ComplexVector {
  if (plant === "heater") return { re: Float64Array.of(pole), im: new Float64Array(1) };
  const re: number[] = [];
  const im: number[] = [];
  for (const [middle, half] of poles as readonly [number, number][])
    for (const side of [1, -1]) {
      re.push(half < 0 ? middle - side * half : middle);
      im.push(half > 0 ? side * half : 0);
    }
  return { re: Float64Array.from(re), im: Float64Array.from(im) };
}

/** What the filter assumes: forces of `expect` and measurements as noisy as they are, both a little above nothing. */
export function noiseOf(plant: Plant): Dynamics {
  const { A, B, C } = plant;
  const force = plant.expected ** 2;
  const R = zeros(C.rows, C.rows);
  plant.spread.forEach((s, i) => (R.data[i * C.rows + i] = (s * Math.max(plant.noise, 0.01)) ** 2));
  const Q = add(scale(multiply(B, transpose(B)), force), scale(identity(A.rows), 1e-9));
  return { A, C, Q, R };
}

/** K for the plant by the chosen way; with a filter, its gain: of the steady state, so that the run has none to compute. */
export function designOf(plant: Plant, v: Setting): Design {
  const { A, B } = plant;
  const n = A.rows;
  const Q = zeros(n, n);
  Q.data[0] = v.care;
  if (n > 1) Q.data[2 * n + 2] = 100;
  // #region design
  const best =
    v.design === "lqr"
      ? lqr(A, B, Q, { rows: 1, cols: 1, data: Float64Array.of(v.effort) })
      : undefined;
  const K = best?.K ?? (v.design === "poles" ? placePoles(A, B, polesOf(v)) : zeros(1, n));
  const closed = closedLoop(A, B, K);
  const filter = v.sense === "kalman" ? steadyFilter(noiseOf(plant)) : undefined;
  // #endregion
  return {
    K,
    closed,
    poles: v.design === "poles" ? polesOf(v) : smallEigenvalues(closed),
    open: smallEigenvalues(A),
    Q,
    r: v.effort,
    P: best?.P,
    gain: filter?.gain,
    watch: filter && smallEigenvalues(filter.closedLoop),
  };
}

/** The largest |pole|: what remains longest, or grows fastest. */
export const radius = ({ re, im }: ComplexVector): number =>
  re.reduce((most, x, i) => Math.max(most, Math.hypot(x, im[i]!)), 0);
