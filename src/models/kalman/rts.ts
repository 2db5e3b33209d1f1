import { matvec, multiply, transpose } from "../../numerics/linalg.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";
import { covarianceBefore, smootherGain } from "./backStep.ts";
import { filter, type FilterResult } from "./filter.ts";
import { checkRange, type KalmanModel, rowOf } from "./model.ts";
import type { SmoothResult } from "./smoother.ts";

/** The smoother of Rauch, Tung and Striebel with all it found on the way. */
export interface RtsResult extends SmoothResult {
  /** G_t, L − 1 of n×n: how far a later correction reaches back. */
  gains: Matrix[];
  /** cov(x_{t+1}, x_t | y), L − 1 of n×n. */
  lagOne: Matrix[];
  filtered: FilterResult;
}

/**
 * The smoother of the textbooks, with its gains and the covariances of neighbours. y is L×p, rows of NaN missing. It divides by
 * the predicted covariances: where those are nearly singular (Q of low rank) it loses digits that `smooth` keeps. Throws as
 * `filter` does, and when the start is diffuse. Source: Rauch, Tung & Striebel, AIAA Journal 3 (1965), 1445–1450.
 */
export function rts(model: KalmanModel, y: Matrix): RtsResult {
  const filtered = filter(model, y);
  if (filtered.diffuseSteps > 0)
    throw new RangeError("model.diffuse must be left out: rts needs a proper start, use smooth");
  const { predictedMean, predictedCov, filteredMean, filteredCov, logLikelihood } = filtered;
  const L = y.rows;
  const mean = zeros(L, model.A.rows);
  rowOf(mean, L - 1).set(rowOf(filteredMean, L - 1));
  const cov = [filteredCov[L - 1]!];
  const gains: Matrix[] = [];
  const lagOne: Matrix[] = [];
  for (let t = L - 2; t >= 0; t--) {
    const [P, later] = [filteredCov[t]!, cov.at(-1)!];
    // #region smooth
    const G = smootherGain(model.A, P, predictedCov[t + 1]!); //          G = P Aᵀ P₊⁻¹
    const surprise = minus(rowOf(mean, t + 1), rowOf(predictedMean, t + 1)); // xˢ₊ − x₊
    rowOf(mean, t).set(plus(rowOf(filteredMean, t), matvec(G, surprise))); //   xˢ = x + G (xˢ₊ − x₊)
    cov.push(covarianceBefore(model, P, G, later)); //                          Pˢ = P + G (Pˢ₊ − P₊) Gᵀ
    // #endregion
    gains.push(G);
    lagOne.push(multiply(later, transpose(G)));
  }
  const found = [mean, ...cov, ...gains, ...lagOne];
  checkRange("the smoothed states", ...found.map((m) => m.data));
  return {
    mean,
    cov: cov.toReversed(),
    gains: gains.toReversed(),
    lagOne: lagOne.toReversed(),
    logLikelihood,
    filtered,
  };
}

function plus(x: Float64Array, y: Float64Array): Float64Array {
  return x.map((xi, i) => xi + y[i]!);
}

function minus(x: Float64Array, y: Float64Array): Float64Array {
  return x.map((xi, i) => xi - y[i]!);
}
