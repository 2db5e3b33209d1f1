import { count, fail, positive } from "../../numerics/check.ts";
import { add, multiply, outer, scale, subtract } from "../../numerics/linalg.ts";
import { identity, type Matrix, zeros } from "../../numerics/matrix.ts";
import { checkObservations, isMissing, type KalmanModel, rowOf } from "./model.ts";
import { conditionalCov, congruence, rts, type RtsResult } from "./smoother.ts";

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
 * covariance that starts at 0 stays 0. Throws as `rts` does, and when every row is missing.
 */
export function em(model: KalmanModel, y: Matrix, options: EmOptions = {}): EmResult {
  const { Q = true, R = true, iterations = 100, tolerance = 1e-8 } = options;
  count("iterations", iterations);
  positive("tolerance", tolerance);
  if (checkObservations(y, model.C.rows) === 0)
    fail("y", "a series not wholly missing", "NaN only");
  count("y.rows", y.rows, 2);
  const logLikelihoods: number[] = [];
  let smoothed = rts(model, y);
  for (let i = 0; i < iterations; i++) {
    const before = smoothed.logLikelihood;
    logLikelihoods.push(before);
    model = {
      ...model,
      Q: Q ? meanProcessNoise(model, smoothed) : model.Q,
      R: R ? meanMeasurementNoise(model, smoothed, y) : model.R,
    };
    smoothed = rts(model, y);
    const gain = smoothed.logLikelihood - before;
    if (gain <= tolerance * (1 + Math.abs(before))) {
      logLikelihoods.push(smoothed.logLikelihood);
      return { model, logLikelihoods, converged: true };
    }
  }
  logLikelihoods.push(smoothed.logLikelihood);
  return { model, logLikelihoods, converged: false };
}

/**
 * The mean of E[w wᵀ | y] with w = x_{t+1} − A x_t. Its covariance given y, Pˢ₊ + A Pˢ Aᵀ − A P₊ₜᵀ − P₊ₜ Aᵀ with
 * P₊ₜ = Pˢ₊ Gᵀ, is summed as (I − A G) Pˢ₊ (I − A G)ᵀ + A (Pˢ − G Pˢ₊ Gᵀ) Aᵀ, which no rounding makes indefinite.
 */
function meanProcessNoise(model: KalmanModel, smoothed: RtsResult): Matrix {
  const { A } = model;
  const n = A.rows;
  let sum = zeros(n, n);
  for (const [t, G] of smoothed.gains.entries()) {
    const w = residual(rowOf(smoothed.mean, t + 1), A, rowOf(smoothed.mean, t));
    const fromLater = congruence(subtract(identity(n), multiply(A, G)), smoothed.cov[t + 1]!);
    const own = congruence(A, conditionalCov(model, smoothed.filtered.filteredCov[t]!, G));
    sum = add(sum, add(outer(w, w), add(fromLater, own)));
  }
  return scale(sum, 1 / smoothed.gains.length);
}

/** The mean of E[v vᵀ | y] with v = z − C x, over the rows that are there. */
function meanMeasurementNoise({ C }: KalmanModel, smoothed: RtsResult, y: Matrix): Matrix {
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
