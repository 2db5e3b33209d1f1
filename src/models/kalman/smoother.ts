import { add, matvec, multiply, subtract, symmetrise, transpose } from "../../numerics/linalg.ts";
import { identity, type Matrix, zeros } from "../../numerics/matrix.ts";
import { solveSemidefinite } from "../../numerics/semidefinite.ts";
import { smoothDiffuse } from "./diffuseSmoother.ts";
import { filter, type FilterResult } from "./filter.ts";
import { type KalmanModel, rowOf } from "./model.ts";

/** What the whole series says of each state. */
export interface SmoothResult {
  /** x_{t|L}, L×n. */
  mean: Matrix;
  /** P_{t|L}, L of n×n. */
  cov: Matrix[];
  /** The log-likelihood of the series, from the filter on the way. */
  logLikelihood: number;
}

/** The smoother of Rauch, Tung and Striebel with all it found on the way. */
export interface RtsResult extends SmoothResult {
  /** G_t, L − 1 of n×n: how far a later correction reaches back. */
  gains: Matrix[];
  /** cov(x_{t+1}, x_t | y), L − 1 of n×n. */
  lagOne: Matrix[];
  filtered: FilterResult;
}

/**
 * The smoothed states of a series y, L×p, rows of NaN missing; exact also for a diffuse start. Throws as `filter` does.
 * Source: Rauch, Tung & Striebel 1965; Durbin & Koopman 2012, §5.3 for the diffuse start.
 */
export function smooth(model: KalmanModel, y: Matrix): SmoothResult {
  const filtered = filter(model, y);
  if (model.diffuse) return smoothDiffuse(model, filtered);
  const { mean, cov, logLikelihood } = backwardPass(model, filtered);
  return { mean, cov, logLikelihood };
}

/** `smooth` with gains, lag-one covariances and the filter's result. Throws when the start is diffuse. */
export function rts(model: KalmanModel, y: Matrix): RtsResult {
  const filtered = filter(model, y);
  if (filtered.diffuseSteps > 0)
    throw new RangeError(
      "model.diffuse must be left out here: rts needs a proper start, use smooth",
    );
  return backwardPass(model, filtered);
}

function backwardPass(model: KalmanModel, filtered: FilterResult): RtsResult {
  const L = filtered.filteredMean.rows;
  const mean = zeros(L, model.A.rows);
  rowOf(mean, L - 1).set(rowOf(filtered.filteredMean, L - 1));
  const cov = [filtered.filteredCov[L - 1]!];
  const gains: Matrix[] = [];
  const lagOne: Matrix[] = [];
  for (let t = L - 2; t >= 0; t--) {
    const later = cov.at(-1)!;
    // #region smooth
    const P = filtered.filteredCov[t]!;
    const G = smootherGain(model.A, P, filtered.predictedCov[t + 1]!); //  G = P Aᵀ P₊⁻¹
    const surprise = rowOf(mean, t + 1).map((x, i) => x - rowOf(filtered.predictedMean, t + 1)[i]!);
    const pull = matvec(G, surprise); //                                  G (xˢ₊ − x₊)
    rowOf(mean, t).set(rowOf(filtered.filteredMean, t).map((x, i) => x + pull[i]!));
    cov.push(add(conditionalCov(model, P, G), congruence(G, later))); //  Pˢ = P + G (Pˢ₊ − P₊) Gᵀ
    // #endregion
    gains.push(G);
    lagOne.push(multiply(later, transpose(G)));
  }
  return {
    mean,
    cov: cov.toReversed(),
    gains: gains.toReversed(),
    lagOne: lagOne.toReversed(),
    logLikelihood: filtered.logLikelihood,
    filtered,
  };
}

/** G = P Aᵀ P₊⁻¹; where P₊ is singular, the gain of what is known for sure is 0. */
function smootherGain(A: Matrix, P: Matrix, predicted: Matrix): Matrix {
  return transpose(solveSemidefinite("P predicted", predicted, multiply(A, P)));
}

/**
 * cov(x_t | x_{t+1}, y_0 … y_t) = P − G P₊ Gᵀ, written (I − G A) P (I − G A)ᵀ + G Q Gᵀ, Joseph's form of the
 * backward step: a sum of covariances, so that rounding cannot make it indefinite.
 */
export function conditionalCov({ A, Q }: KalmanModel, P: Matrix, G: Matrix): Matrix {
  return add(congruence(subtract(identity(A.rows), multiply(G, A)), P), congruence(G, Q));
}

/** M P Mᵀ, exactly symmetric. */
export function congruence(M: Matrix, P: Matrix): Matrix {
  return symmetrise(multiply(multiply(M, P), transpose(M)));
}
