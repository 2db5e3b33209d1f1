import { fail } from "../../numerics/check.ts";
import { factorSemidefinite } from "../../numerics/semidefinite.ts";
import {
  apply,
  backward,
  factor,
  forward,
  identityLess,
  josephOne,
  sandwich,
  sandwichAny,
} from "./kernels.ts";
import { checkModel, isMissing, type KalmanModel } from "./model.ts";

/** A running filter: what is believed now, changed in place by `predict` and `update`. Flat arrays, row-major. */
export interface FilterState {
  readonly n: number;
  readonly p: number;
  /** Steps taken by `kalmanStep`. */
  steps: number;
  /** The mean x, length n. */
  readonly mean: Float64Array;
  /** Its covariance P, n×n; its finite part P* while `diffuse` is there. */
  readonly cov: Float64Array;
  /** P∞ with P = P* + κ P∞, κ → ∞; null once nothing is left unknown (always, for a proper start). */
  diffuse: Float64Array | null;
  /** How many directions are still unknown. */
  diffuseRank: number;
  /** y = z − C x of the last update, length p; NaN when z was missing. */
  readonly innovation: Float64Array;
  /** S = C P Cᵀ + R before the last update, p×p (its finite part while diffuse). */
  readonly innovationCov: Float64Array;
  /** K of the last update, n×p; 0 when z was missing. */
  readonly gain: Float64Array;
  /** ln p(z | past) of the last update; 0 when z was missing. */
  evidence: number;
  /** The sum of `evidence` so far. */
  logLikelihood: number;
  /** Buffers. */
  readonly work: Record<"x" | "y" | "T" | "L" | "W" | "U" | "CP", Float64Array>;
}

const LOG_2PI = Math.log(2 * Math.PI);

/** A filter that believes x_0 ~ N(m0, P0). Throws as `checkModel` does. */
export function startFilter(model: KalmanModel): FilterState {
  const { n, p } = checkModel(model);
  const rank = model.diffuse ? factorSemidefinite("diffuse", model.diffuse).rank : 0;
  return {
    n,
    p,
    steps: 0,
    mean: model.m0.slice(),
    cov: model.P0.data.slice(),
    diffuse: rank > 0 ? model.diffuse!.data.slice() : null,
    diffuseRank: rank,
    innovation: new Float64Array(p),
    innovationCov: new Float64Array(p * p),
    gain: new Float64Array(n * p),
    evidence: 0,
    logLikelihood: 0,
    work: {
      x: new Float64Array(n),
      y: new Float64Array(p),
      T: new Float64Array(n * n),
      L: new Float64Array(n * n),
      W: new Float64Array(n * n),
      U: new Float64Array(p * p),
      CP: new Float64Array(n * p),
    },
  };
}

/**
 * One step of the filter: predict (but for the first step, whose prediction is m0, P0) and update with z, length
 * p, all NaN when missing. The model may differ from step to step; only its sizes are checked again.
 */
export function kalmanStep(state: FilterState, model: KalmanModel, z: Float64Array): void {
  if (state.steps > 0) predict(state, model);
  update(state, model, z);
  state.steps++;
}

/**
 * x ← A x + shift, P ← A P Aᵀ + Q, where `shift` is a known push such as B u. Throws when the state grows out of
 * the range of Float64. (Kalman 1960; Durbin & Koopman 2012, §4.3.)
 */
export function predict(state: FilterState, model: KalmanModel, shift?: Float64Array): void {
  const { n, mean: x, cov: P, work } = state;
  const A = model.A.data;
  const Q = model.Q.data;
  if (A.length !== n * n || Q.length !== n * n)
    fail("A and Q", `${n}×${n}`, `${model.A.rows} rows`);
  // #region predict
  for (let i = 0; i < n; i++) work.x[i] = x[i]!;
  apply(x, A, work.x, n, n); //        x ← A x
  sandwich(P, A, P, Q, work.T, n); //  P ← A P Aᵀ + Q
  // #endregion
  if (state.diffuse) sandwichAny(state.diffuse, A, state.diffuse, null, work.T, n, n);
  if (shift) {
    if (shift.length !== n) fail("shift", `of length ${n}`, `length ${shift.length}`);
    for (let i = 0; i < n; i++) x[i]! += shift[i]!;
  }
  checkState(state);
}

/**
 * Takes in the measurement z: innovation, gain, mean, covariance in Joseph's form, log-likelihood. All NaN =
 * missing: nothing but the innovation changes. Throws unless C P Cᵀ + R is positive definite.
 */
export function update(state: FilterState, model: KalmanModel, z: Float64Array): void {
  const { n, p, mean: x, cov: P, innovation: y, innovationCov: S, gain: K } = state;
  const C = model.C.data;
  const R = model.R.data;
  if (z.length !== p || C.length !== p * n || R.length !== p * p)
    fail("z, C and R", `of ${p}, ${p}×${n} and ${p}×${p} entries`, `${z.length} in z`);
  if (isMissing("z", z)) return skip(state, model);
  if (state.diffuse && updateDiffuse(state, model, z)) return;
  // #region update
  innovate(y, z, C, x); // y = z − C x
  measure(S, C, P, R, state); // S = C P Cᵀ + R
  solveGain(K, S, state); // K = P Cᵀ S⁻¹
  correct(x, K, y); // x ← x + K y
  joseph(P, K, C, R, state); // P ← (I − K C) P (I − K C)ᵀ + K R Kᵀ
  // #endregion
  state.evidence = logDensity(state);
  state.logLikelihood += state.evidence;
  checkState(state);
}

/**
 * The gain while κ → ∞ (Durbin & Koopman 2012, §5.2 and §6.4): with F∞ = C P∞ Cᵀ > 0 one measurement settles one
 * unknown direction, K = P∞ Cᵀ / F∞ whatever the noise. Returns false, having done nothing, where F∞ = 0.
 */
function updateDiffuse(state: FilterState, model: KalmanModel, z: Float64Array): boolean {
  const { n, mean: x, cov: P, innovation: y, innovationCov: S, gain: K, work } = state;
  const C = model.C.data;
  const R = model.R.data;
  const Pinf = state.diffuse!;
  const F = diffuseVariance(C, Pinf, n, K);
  if (F === 0) return false;
  measure(S, C, P, R, state);
  innovate(y, z, C, x);
  for (let i = 0; i < n; i++) K[i]! /= F;
  correct(x, K, y);
  joseph(P, K, C, R, state);
  sandwichAny(Pinf, work.L, Pinf, null, work.T, n, n);
  if (--state.diffuseRank === 0) state.diffuse = null;
  state.evidence = -0.5 * (LOG_2PI + Math.log(F));
  state.logLikelihood += state.evidence;
  checkState(state);
  return true;
}

/** F∞ = C P∞ Cᵀ of one measurement, 0 where it is rounding only; `column` is left holding P∞ Cᵀ. */
export function diffuseVariance(
  C: Float64Array,
  Pinf: Float64Array,
  n: number,
  column: Float64Array,
): number {
  apply(column, Pinf, C, n, n);
  let [F, length, most] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    F += C[i]! * column[i]!;
    length += C[i]! * C[i]!;
    most = Math.max(most, Pinf[i * n + i]!);
  }
  return F > 1e-10 * length * most ? F : 0;
}

/** K ← P Cᵀ S⁻¹, from C P in work.CP and the Cholesky factor of S, which is left in work.U. */
function solveGain(K: Float64Array, S: Float64Array, { n, p, work }: FilterState): void {
  const { U, CP, y: row } = work;
  if (p === 1) {
    const s = S[0]!;
    if (!(s > 0 && s < Infinity)) fail("C P Cᵀ + R", "finite and positive definite", s);
    U[0] = Math.sqrt(s);
    for (let i = 0; i < n; i++) K[i] = CP[i]! / s;
    return;
  }
  factor("C P Cᵀ + R", U, S, p);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < p; k++) row[k] = CP[k * n + i]!;
    forward(U, row, p);
    backward(U, row, p);
    for (let k = 0; k < p; k++) K[i * p + k] = row[k]!;
  }
}

/** y ← z − C x. */
function innovate(y: Float64Array, z: Float64Array, C: Float64Array, x: Float64Array): void {
  apply(y, C, x, y.length, x.length);
  for (let i = 0; i < y.length; i++) y[i] = z[i]! - y[i]!;
}

/** S ← C P Cᵀ + R; C P is left in work.CP. */
function measure(
  S: Float64Array,
  C: Float64Array,
  P: Float64Array,
  R: Float64Array,
  { n, p, work: { CP } }: FilterState,
): void {
  if (p > 1) return sandwichAny(S, C, P, R, CP, p, n);
  apply(CP, P, C, n, n);
  let sum = R[0]!;
  for (let i = 0; i < n; i++) sum += C[i]! * CP[i]!;
  S[0] = sum;
}

/** x ← x + K y. */
function correct(x: Float64Array, K: Float64Array, y: Float64Array): void {
  const p = y.length;
  for (let i = 0; i < x.length; i++) for (let k = 0; k < p; k++) x[i]! += K[i * p + k]! * y[k]!;
}

/** P ← (I − K C) P (I − K C)ᵀ + K R Kᵀ: right for any K, symmetric, and never indefinite (Bucy & Joseph 1968). */
function joseph(
  P: Float64Array,
  K: Float64Array,
  C: Float64Array,
  R: Float64Array,
  { n, p, work: { L, W, T, CP } }: FilterState,
): void {
  if (p === 1) return josephOne(P, K, C, R[0]!, L, T, n);
  identityLess(L, K, C, n, p);
  sandwichAny(W, K, R, null, CP, n, p);
  sandwich(P, L, P, W, T, n);
}

/** −½ (yᵀ S⁻¹ y + ln |2π S|), with the Cholesky factor of S in work.U. */
function logDensity({ p, innovation, work: { U, y } }: FilterState): number {
  if (p === 1) return -0.5 * (LOG_2PI + 2 * Math.log(U[0]!) + (innovation[0]! / U[0]!) ** 2);
  y.set(innovation);
  forward(U, y, p);
  let sum = p * LOG_2PI;
  for (let i = 0; i < p; i++) sum += y[i]! * y[i]! + 2 * Math.log(U[i * p + i]!);
  return -0.5 * sum;
}

/** A missing measurement: S is still what it would have varied by, the belief stays. */
function skip(state: FilterState, { C, R }: KalmanModel): void {
  measure(state.innovationCov, C.data, state.cov, R.data, state);
  state.innovation.fill(NaN);
  state.gain.fill(0);
  state.evidence = 0;
}

/** Throws when the mean or a variance has left the range of Float64. */
function checkState({ n, mean, cov, diffuse, logLikelihood }: FilterState): void {
  let total = Math.abs(logLikelihood);
  for (let i = 0; i < n; i++) total += Math.abs(mean[i]!) + cov[i * n + i]!;
  if (diffuse) for (let i = 0; i < n; i++) total += diffuse[i * n + i]!;
  if (!(total < Infinity))
    fail("the state", "within the range of Float64", "an overflow: A, C or y is too large");
}
