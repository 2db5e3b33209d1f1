import { kalmanStep, startFilter } from "./kalman.ts";
import { count, fail, vector } from "../numerics/check.ts";
import { checkMatrix, identity, type Matrix, zeros } from "../numerics/matrix.ts";

/** What is measured of n weights: the rows C_t, L×n, and the answers y_t = C_t h + noise, length L. */
export interface Pairs {
  readonly C: Matrix;
  readonly y: Float64Array;
}

export interface Rules {
  /** Learning rate of the two rules that have one. */
  readonly beta: number;
  /** Variance of the noise in an answer, and what the weights' variance gains from one pair to the next. */
  readonly R: number;
  readonly Q: number;
  /** Variance of each weight before the first pair; its mean is 0. */
  readonly P0: number;
}

/** Estimates after 0, 1, … L pairs, (L + 1)×n each, all from 0. */
export interface Learnt {
  readonly kalman: Matrix;
  readonly delta: Matrix;
  readonly added: Matrix;
  /** The filter's covariance after 0 … L pairs, n×n each, and its gain at each pair, L×n. */
  readonly P: readonly Matrix[];
  readonly gain: Matrix;
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

/** Least mean squares (Widrow & Hoff 1960): a step of β along the row, by what was answered less what was expected. */
// #region delta-rule
export const deltaRule = (h: Float64Array, C: Float64Array, y: number, beta: number) =>
  h.map((x, i) => x + beta * C[i]! * (y - dot(C, h))); // ĥ + β Cᵀ (y − C ĥ)
// #endregion

/** One row of linear attention's memory (Katharopoulos et al. 2020): the answer is added along its row, whatever is there. */
// #region linear-attention
export const addUp = (h: Float64Array, C: Float64Array, y: number, beta: number) =>
  h.map((x, i) => x + beta * C[i]! * y); // ĥ + β Cᵀ y
// #endregion

/**
 * Weights learnt from one pair after another in three ways: by the Kalman filter of a state that stands still (A = I; with Q = 0 it
 * is recursive least squares), by the delta rule, and by adding. Throws where shapes do not fit.
 */
export function learnWeights({ C, y }: Pairs, { beta, R, Q, P0 }: Rules): Learnt {
  const { rows: L, cols: n } = checkMatrix("C", C);
  count("L", L);
  vector("y", y, L);
  if (!(P0 > 0)) fail("P0", "above 0", P0);
  const eye = identity(n);
  const times = (k: number): Matrix => ({ ...eye, data: eye.data.map((x) => k * x) });
  const still = { A: eye, Q: times(Q), m0: new Float64Array(n), P0: times(P0) };
  const noise: Matrix = { rows: 1, cols: 1, data: Float64Array.of(R) };
  const rowOf = (t: number) => C.data.subarray(t * n, t * n + n);
  const modelAt = (t: number) => ({ ...still, R: noise, C: { rows: 1, cols: n, data: rowOf(t) } });
  const filter = startFilter(modelAt(0));
  const [kalman, delta, added] = [zeros(L + 1, n), zeros(L + 1, n), zeros(L + 1, n)];
  const gain = zeros(L, n);
  const P = [still.P0];
  const learn = (into: Matrix, t: number, rule: typeof deltaRule) => {
    const before = into.data.subarray(t * n, t * n + n);
    into.data.set(rule(before, rowOf(t), y[t]!, beta), (t + 1) * n);
  };
  for (let t = 0; t < L; t++) {
    kalmanStep(filter, modelAt(t), y.subarray(t, t + 1));
    kalman.data.set(filter.mean, (t + 1) * n);
    gain.data.set(filter.gain, t * n);
    P.push({ rows: n, cols: n, data: filter.cov.slice() });
    learn(delta, t, deltaRule);
    learn(added, t, addUp);
  }
  return { kalman, delta, added, P, gain };
}
