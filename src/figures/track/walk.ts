import { constantVelocity } from "../../models/kalman/draw.ts";
import {
  emptyResult,
  type FilterResult,
  recordPrediction,
  recordUpdate,
} from "../../models/kalman/filter.ts";
import { type KalmanModel, rowOf } from "../../models/kalman/model.ts";
import { predict, startFilter, update, type FilterState } from "../../models/kalman/step.ts";
import { chiSquaredQuantile } from "../../numerics/distributions.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";
import { MIDDLE } from "./path.ts";

/** A fix farther out than 99 of 100 good ones would be: yᵀ S⁻¹ y has two degrees of freedom. */
export const GATE = chiSquaredQuantile(0.99, 2);
/** What is believed before the first fix: in the middle, give or take the plane, and slow. */
const START = { position: 8, speed: 0.5 } as const;

/** Nearly constant velocity along each axis, states [x, vx, y, vy]; both positions are measured. */
export function motion(q: number): KalmanModel {
  const line = constantVelocity({ dt: 1, acceleration: q * q, noise: 1 });
  const P0 = zeros(4, 4);
  const start = [START.position ** 2, START.speed ** 2];
  for (let i = 0; i < 4; i++) P0.data[5 * i] = start[i % 2]!;
  return {
    A: twice(line.A),
    C: twice(line.C),
    Q: twice(line.Q),
    R: twice(line.R),
    m0: Float64Array.of(MIDDLE[0], 0, MIDDLE[1], 0),
    P0,
  };
}

/** The same block for x and for y. */
function twice(M: Matrix): Matrix {
  const out = zeros(2 * M.rows, 2 * M.cols);
  for (let i = 0; i < M.rows; i++)
    for (let j = 0; j < M.cols; j++) {
      const entry = M.data[i * M.cols + j]!;
      out.data[i * 2 * M.cols + j] = entry;
      out.data[(i + M.rows) * 2 * M.cols + j + M.cols] = entry;
    }
  return out;
}

export interface Walk {
  readonly filtered: FilterResult;
  /** R of each step. */
  readonly noises: readonly Matrix[];
  /** yᵀ S⁻¹ y of each fix before it is taken in; NaN where none came. */
  readonly distance: Float64Array;
  /** Where a fix came and was taken in. */
  readonly taken: Uint8Array;
}

/**
 * The filter along the fixes, each with the noise of its place. With `gate`, a fix too far out counts as none. A fix
 * that is missing, or refused, leaves what was predicted.
 */
export function walk(
  model: KalmanModel,
  fixes: Matrix,
  noise: (x: number, y: number) => Matrix,
  gate: boolean,
): Walk {
  const L = fixes.rows;
  const state = startFilter(model);
  const filtered = emptyResult(L, state.n, state.p);
  const distance = new Float64Array(L);
  const taken = new Uint8Array(L);
  const noises: Matrix[] = [];
  const nothing = Float64Array.of(NaN, NaN);
  for (let t = 0; t < L; t++) {
    const z = rowOf(fixes, t);
    // #region gate
    if (t > 0) predict(state, model);
    recordPrediction(filtered, state, t);
    const here = { ...model, R: noiseOf(z, state, noise) };
    noises.push(here.R);
    distance[t] = howFar(state, here.R, z);
    taken[t] = Number(distance[t]! <= (gate ? GATE : Infinity));
    update(state, here, taken[t] ? z : nothing);
    // #endregion
    recordUpdate(filtered, state, t);
  }
  return { filtered: { ...filtered, logLikelihood: state.logLikelihood }, noises, distance, taken };
}

/** R at the better of two guesses at where the target is: the prediction, or the fix, which leans the way it errs. */
function noiseOf(
  z: Float64Array,
  { mean, cov }: FilterState,
  noise: (x: number, y: number) => Matrix,
): Matrix {
  const predicted = noise(mean[0]!, mean[2]!);
  if (Number.isNaN(z[0])) return predicted;
  const R = noise(z[0]!, z[1]!);
  return cov[0]! + cov[10]! < R.data[0]! + R.data[3]! ? predicted : R;
}

/** yᵀ S⁻¹ y with y = z − C x and S = C P Cᵀ + R. */
function howFar({ mean, cov }: FilterState, { data: R }: Matrix, z: Float64Array): number {
  const [a, b, c] = [cov[0]! + R[0]!, cov[2]! + R[1]!, cov[10]! + R[3]!];
  const [x, y] = [z[0]! - mean[0]!, z[1]! - mean[2]!];
  return (c * x * x - 2 * b * x * y + a * y * y) / (a * c - b * b);
}
