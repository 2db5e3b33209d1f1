import { type Matrix, zeros } from "../../numerics/matrix.ts";
import { checkMoves, checkObservations, type KalmanModel, rowOf } from "./model.ts";
import { type FilterState, kalmanStep, predict, startFilter, update } from "./step.ts";

/** What a filter knew at each of L steps: before the measurement (predicted) and after it (filtered). */
export interface FilterResult {
  /** x_{t|t−1}, L×n. */
  predictedMean: Matrix;
  /** P_{t|t−1}, L of n×n; its finite part in the first `diffuseSteps`. */
  predictedCov: Matrix[];
  /** x_{t|t}, L×n. */
  filteredMean: Matrix;
  /** P_{t|t}, L of n×n; its finite part in the first `diffuseSteps` − 1. */
  filteredCov: Matrix[];
  /** z_t − C x_{t|t−1}, L×p; NaN in exactly the rows where y is missing. */
  innovations: Matrix;
  /** C P_{t|t−1} Cᵀ + R, L of p×p. */
  innovationCov: Matrix[];
  /** K_t, L of n×p; 0 where y is missing. */
  gains: Matrix[];
  /** ln p(y_t | y_0 … y_{t−1}), length L; 0 where y is missing. */
  evidence: Float64Array;
  /** Their sum. A diffuse step counts −½ ln(2π F∞), as in statsmodels; Durbin & Koopman leave its 2π out. */
  logLikelihood: number;
  /** The first steps, in which a diffuse start still left something unknown; 0 for a proper start. */
  diffuseSteps: number;
  /** Directions the series left unknown; 0 for a proper start. */
  diffuseLeft: number;
  /** P∞ before each of those steps, n×n. */
  diffuseCov: Matrix[];
}

/**
 * The Kalman filter over a series y, L×p, rows of NaN missing (predicted only). `moves` are the transitions where they differ:
 * A_t, n×n, from step t to step t + 1. Throws on a bad model or series, naming the part. Source: Durbin & Koopman, Time Series
 * Analysis by State Space Methods (2012), §4.3; diffuse start §5.2.
 */
export function filter(model: KalmanModel, y: Matrix, moves?: readonly Matrix[]): FilterResult {
  const state = startFilter(model);
  checkObservations(y, state.p);
  checkMoves(moves, y.rows, state.n);
  const result = emptyResult(y.rows, state.n, state.p);
  for (let t = 0; t < y.rows; t++) {
    if (t > 0) predict(state, moves ? { ...model, A: moves[t - 1]! } : model);
    recordPrediction(result, state, t);
    update(state, model, rowOf(y, t));
    recordUpdate(result, state, t);
  }
  result.logLikelihood = state.logLikelihood;
  result.diffuseLeft = state.diffuseRank;
  return result;
}

/** The log-likelihood of the series alone: `filter` without keeping its steps. */
export function logLikelihood(model: KalmanModel, y: Matrix): number {
  const state = startFilter(model);
  checkObservations(y, state.p);
  for (let t = 0; t < y.rows; t++) kalmanStep(state, model, rowOf(y, t));
  return state.logLikelihood;
}

/** A result of L steps, n states and p measurements, still to be filled by the two below. */
export function emptyResult(L: number, n: number, p: number): FilterResult {
  return {
    predictedMean: zeros(L, n),
    predictedCov: [],
    filteredMean: zeros(L, n),
    filteredCov: [],
    innovations: zeros(L, p),
    innovationCov: [],
    gains: [],
    evidence: new Float64Array(L),
    logLikelihood: 0,
    diffuseSteps: 0,
    diffuseLeft: 0,
    diffuseCov: [],
  };
}

/** Keeps what is believed before the measurement of step t. */
export function recordPrediction(result: FilterResult, state: FilterState, t: number): void {
  rowOf(result.predictedMean, t).set(state.mean);
  result.predictedCov.push(copy(state.n, state.n, state.cov));
  if (!state.diffuse) return;
  result.diffuseSteps++;
  result.diffuseCov.push(copy(state.n, state.n, state.diffuse));
}

/** Keeps what is believed after it. */
export function recordUpdate(result: FilterResult, state: FilterState, t: number): void {
  rowOf(result.filteredMean, t).set(state.mean);
  result.filteredCov.push(copy(state.n, state.n, state.cov));
  rowOf(result.innovations, t).set(state.innovation);
  result.innovationCov.push(copy(state.p, state.p, state.innovationCov));
  result.gains.push(copy(state.n, state.p, state.gain));
  result.evidence[t] = state.evidence;
}

function copy(rows: number, cols: number, data: Float64Array): Matrix {
  return { rows, cols, data: data.slice() };
}
