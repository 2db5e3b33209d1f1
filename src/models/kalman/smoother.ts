import { fail } from "../../numerics/check.ts";
import { matvec } from "../../numerics/linalg.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";
import { noEvidence, pullBack, reviseDiffuse, takeIn } from "./evidence.ts";
import { filter, type FilterResult } from "./filter.ts";
import { checkRange, isMissing, type KalmanModel, rowOf } from "./model.ts";
import { yetToCome } from "./yetToCome.ts";

/** What the whole series says of each state. */
export interface SmoothResult {
  /** x_{t|L}, L×n. */
  mean: Matrix;
  /** P_{t|L}, L of n×n. */
  cov: Matrix[];
  /** The log-likelihood of the series, from the filter on the way. */
  logLikelihood: number;
}

/** A smoother's result with the evidence it walked back with. */
export interface BackwardResult extends SmoothResult {
  /** The slope r of the log-density of y_t … y_{L−1} at each predicted state, L×n. */
  r: Matrix;
  /** Its curvature N with the sign turned, L of n×n. */
  N: Matrix[];
}

/**
 * The smoothed states of a series y, L×p, rows of NaN missing; exact also for a diffuse start. Throws as `filter` does, and
 * when the series leaves a diffuse direction unknown. Gives what Rauch, Tung and Striebel's smoother gives (`rts`), but inverts
 * no covariance of states and so keeps its digits where they are nearly singular: means by de Jong's recursion, covariances by
 * the information `yetToCome`, since his P − P N P cancels where P is wide. Source: Bryson & Frazier 1963; de Jong 1989; Durbin
 * & Koopman 2012, §4.4 and §5.3.
 */
export function smooth(model: KalmanModel, y: Matrix): SmoothResult {
  const { mean, cov, logLikelihood } = walkBack(model, filter(model, y));
  return { mean, cov, logLikelihood };
}

/** The backward half of `smooth`, from the filter's result of the same model. */
export function walkBack(model: KalmanModel, filtered: FilterResult): BackwardResult {
  const { rows: L, cols: n } = filtered.filteredMean;
  if (filtered.diffuseLeft > 0)
    fail("y", "long enough to settle every diffuse direction of the start", `${L} rows`);
  const [mean, r] = [zeros(L, n), zeros(L, n)];
  const cov: Matrix[] = [];
  const N: Matrix[] = [];
  const later = yetToCome(model);
  let evidence = noEvidence(n);
  for (let t = L - 1; t >= 0; t--) {
    if (t < L - 1) {
      evidence = pullBack(model.A, evidence);
      later.pullBack(model.A);
    }
    const after = evidence;
    evidence = takeIn(model, filtered, t, after);
    const x = rowOf(mean, t);
    if (t < filtered.diffuseSteps - 1) {
      x.set(rowOf(filtered.predictedMean, t));
      const [P, Pinf] = [filtered.predictedCov[t]!, filtered.diffuseCov[t]!];
      cov.push(reviseDiffuse(x, P, Pinf, evidence));
    } else {
      const P = filtered.filteredCov[t]!;
      matvec(P, after.r).forEach(
        (pull, i) => (x[i] = filtered.filteredMean.data[t * n + i]! + pull),
      );
      cov.push(t === L - 1 ? P : later.covariance(P, filtered.predictedCov[t + 1]!, cov.at(-1)!));
    }
    if (!isMissing("y", rowOf(filtered.innovations, t))) later.takeIn(model.R);
    rowOf(r, t).set(evidence.r);
    N.push(evidence.N);
  }
  checkRange("the smoothed states", mean.data, r.data, ...[...cov, ...N].map((m) => m.data));
  const logLikelihood = filtered.logLikelihood;
  return { mean, cov: cov.toReversed(), r, N: N.toReversed(), logLikelihood };
}
