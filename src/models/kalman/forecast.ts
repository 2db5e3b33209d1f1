import { count, fail } from "../../numerics/check.ts";
import { normalQuantile, probability } from "../../numerics/distributions.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";
import { apply, sandwichAny } from "./kernels.ts";
import { checkObservations, checkRange, type KalmanModel, rowOf } from "./model.ts";
import { kalmanStep, predict, startFilter } from "./step.ts";

/** The series that follows, with what is not known of it. */
export interface Forecast {
  /** E y, steps×p. */
  mean: Matrix;
  /** cov y, measurement noise included, `steps` of p×p. */
  cov: Matrix[];
  /** The state behind it: mean steps×n and covariances n×n. */
  stateMean: Matrix;
  stateCov: Matrix[];
  /** For each coverage asked for, the interval of each entry of y, both steps×p. */
  bands: { coverage: number; lower: Matrix; upper: Matrix }[];
}

/**
 * The `steps` values after the series y (L×p, rows of NaN missing), mean ± z √variance for each coverage (80 and 95 % unless
 * said). Throws as `filter` does, and when a diffuse start is not settled by y. Source: Durbin & Koopman 2012, §4.11.
 */
export function forecast(
  model: KalmanModel,
  y: Matrix,
  steps: number,
  coverages: readonly number[] = [0.8, 0.95],
): Forecast {
  count("steps", steps);
  const factors = coverages.map((c, i) =>
    normalQuantile(0.5 + probability(`coverages[${i}]`, c) / 2),
  );
  const state = startFilter(model);
  const { n, p, mean, cov, work } = state;
  checkObservations(y, p);
  for (let t = 0; t < y.rows; t++) kalmanStep(state, model, rowOf(y, t));
  if (state.diffuse) fail("y", "long enough to settle every diffuse direction", `${y.rows} rows`);
  const result: Forecast = {
    mean: zeros(steps, p),
    cov: [],
    stateMean: zeros(steps, n),
    stateCov: [],
    bands: coverages.map((coverage) => ({
      coverage,
      lower: zeros(steps, p),
      upper: zeros(steps, p),
    })),
  };
  for (let h = 0; h < steps; h++) {
    predict(state, model);
    const S = zeros(p, p);
    sandwichAny(S.data, model.C.data, cov, model.R.data, work.CP, p, n);
    apply(rowOf(result.mean, h), model.C.data, mean, p, n);
    rowOf(result.stateMean, h).set(mean);
    result.stateCov.push({ rows: n, cols: n, data: cov.slice() });
    result.cov.push(S);
    for (const [b, { lower, upper }] of result.bands.entries())
      for (let i = 0; i < p; i++) {
        const middle = result.mean.data[h * p + i]!;
        const half = factors[b]! * Math.sqrt(S.data[i * p + i]!);
        lower.data[h * p + i] = middle - half;
        upper.data[h * p + i] = middle + half;
      }
  }
  checkRange("the forecast", ...result.bands.flatMap((b) => [b.lower.data, b.upper.data]));
  return result;
}
