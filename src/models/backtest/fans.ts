import type { Matrix } from "../../numerics/matrix.ts";
import { column, filter, type FilterResult, type KalmanModel } from "../kalman.ts";

/** Mean and standard deviation of what follows each step, `ahead` numbers a step; NaN where nothing is forecast. */
export interface Fans {
  readonly mean: Float64Array;
  readonly sd: Float64Array;
}

/** Room for the forecasts from every step, none made yet. */
export function emptyFans(steps: number, ahead: number): Fans {
  const nothing = () => new Float64Array(steps * ahead).fill(NaN);
  return { mean: nothing(), sd: nothing() };
}

/**
 * Fills in a model's forecasts, `most` of them, from each step from … to of z, once the start is settled: the filter runs on over values that
 * are missing. Those from step t depend on nothing after t.
 */
export function rollFans(
  { mean, sd }: Fans,
  most: number,
  model: KalmanModel,
  z: Float64Array,
  from: number,
  to: number,
): void {
  const filtered = filter(model, column(z));
  const ahead = column(new Float64Array(most + 1).fill(NaN));
  for (let t = Math.max(from, settled(filtered)); t <= to; t++) {
    const { predictedMean, innovationCov } = filter(beliefAt(model, filtered, t), ahead);
    for (let k = 1; k <= most; k++) {
      mean[t * most + k - 1] = seenOf(model.C, predictedMean, k);
      sd[t * most + k - 1] = Math.sqrt(innovationCov[k]!.data[0]!);
    }
  }
}

/** The first step after which the start no longer matters; never, where the series leaves it open. */
const settled = ({ diffuseSteps, diffuseLeft }: FilterResult) =>
  diffuseLeft > 0 ? Infinity : Math.max(0, diffuseSteps - 1);

/** The model begun with what was known after step t. */
function beliefAt({ A, C, Q, R }: KalmanModel, filtered: FilterResult, t: number): KalmanModel {
  const n = A.rows;
  const m0 = filtered.filteredMean.data.slice(t * n, (t + 1) * n);
  return { A, C, Q, R, m0, P0: filtered.filteredCov[t]! };
}

/** C x of row t. */
export function seenOf(C: Matrix, x: Matrix, t: number): number {
  let sum = 0;
  for (let i = 0; i < C.cols; i++) sum += C.data[i]! * x.data[t * x.cols + i]!;
  return sum;
}
