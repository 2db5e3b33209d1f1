import { count, fail, positive } from "../../numerics/check.ts";
import { add, multiply, outer, scale, subtract, symmetrise } from "../../numerics/linalg.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";
import { congruence } from "./evidence.ts";
import { filter } from "./filter.ts";
import { checkModel, checkObservations, isMissing, type KalmanModel, rowOf } from "./model.ts";
import { type BackwardResult, walkBack } from "./smoother.ts";

/** What EM learnt, and how the log-likelihood rose on the way. */
export interface EmResult {
  /** The model with Q and R learnt; A, C and the start as given. */
  model: KalmanModel;
  /** The log-likelihood of the model before each round and after the last; it never falls. */
  logLikelihoods: number[];
  /** Whether a round gained less than the tolerance. */
  converged: boolean;
}

/** Which covariances to learn (both unless said), and when to stop. */
export interface EmOptions {
  Q?: boolean;
  R?: boolean;
  /** Most rounds, 100 unless said. */
  iterations?: number;
  /** Stop when a round gains less than this part of |log-likelihood| + 1; 1e-8 unless said. */
  tolerance?: number;
}

/**
 * Q and R of maximum likelihood, climbed to by expectation–maximisation (Shumway & Stoffer 1982; Durbin & Koopman 2012,
 * §7.3.4): smooth, then take the mean square of the noises it implies. `y` is L×p, L ≥ 2, rows of NaN missing. A
 * covariance that starts at 0 stays 0. Throws as `filter` does, when every row is missing and when the
 * start is diffuse.
 */
export function em(model: KalmanModel, y: Matrix, options: EmOptions = {}): EmResult {
  const { Q = true, R = true, iterations = 100, tolerance = 1e-8 } = options;
  count("iterations", iterations);
  positive("tolerance", tolerance);
  const { p } = checkModel(model);
  if (checkObservations(y, p) === 0) fail("y", "a series not wholly missing", "NaN only");
  count("y.rows", y.rows, 2);
  if (model.diffuse) fail("model.diffuse", "left out: em needs a proper start", model.diffuse);
  const logLikelihoods: number[] = [];
  let smoothed = expectation(model, y);
  for (let i = 0; i < iterations; i++) {
    const before = smoothed.logLikelihood;
    logLikelihoods.push(before);
    model = {
      ...model,
      Q: Q ? meanProcessNoise(model, smoothed) : model.Q,
      R: R ? meanMeasurementNoise(model, smoothed, y) : model.R,
    };
    smoothed = expectation(model, y);
    const gain = smoothed.logLikelihood - before;
    if (gain <= tolerance * (1 + Math.abs(before))) {
      logLikelihoods.push(smoothed.logLikelihood);
      return { model, logLikelihoods, converged: true };
    }
  }
  logLikelihoods.push(smoothed.logLikelihood);
  return { model, logLikelihoods, converged: false };
}

/** The states as the present model sees them. */
function expectation(model: KalmanModel, y: Matrix): BackwardResult {
  return walkBack(model, filter(model, y));
}

/**
 * The mean of E[w wᵀ | y] with w = x_{t+1} − A x_t: its mean is Q r and its covariance Q − Q N Q, with r and N of step t + 1
 * (Koopman 1993; Durbin & Koopman 2012, §4.5). The same as Shumway and Stoffer's sum over lag-one covariances, without their
 * cancellation.
 */
function meanProcessNoise({ Q }: KalmanModel, { r, N }: BackwardResult): Matrix {
  let sum = zeros(Q.rows, Q.rows);
  for (let t = 1; t < r.rows; t++) {
    const slope = rowOf(r, t);
    sum = add(sum, subtract(outer(slope, slope), N[t]!));
  }
  const change = multiply(multiply(Q, scale(sum, 1 / (r.rows - 1))), Q);
  return symmetrise(add(Q, change));
}

/** The mean of E[v vᵀ | y] with v = z − C x, over the rows that are there. */
function meanMeasurementNoise({ C }: KalmanModel, smoothed: BackwardResult, y: Matrix): Matrix {
  let sum = zeros(C.rows, C.rows);
  let present = 0;
  for (let t = 0; t < y.rows; t++) {
    const z = rowOf(y, t);
    if (isMissing("y", z)) continue;
    present++;
    const v = residual(z, C, rowOf(smoothed.mean, t));
    sum = add(sum, add(outer(v, v), congruence(C, smoothed.cov[t]!)));
  }
  return scale(sum, 1 / present);
}

/** z − M x. */
function residual(z: Float64Array, M: Matrix, x: Float64Array): Float64Array {
  return z.map((value, i) => value - rowOf(M, i).reduce((sum, m, j) => sum + m * x[j]!, 0));
}
