import { Refusal, type Slices } from "../../kit/task.ts";
import {
  column,
  filter,
  fitStructural,
  smooth,
  structural,
  type FilterResult,
  type KalmanModel,
  type StructuralParts,
} from "../../models/kalman.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import { run as prepare, type Decomposition, type Fans, type Fit, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { formOf, MOST_AHEAD } from "./setting.ts";

/** The fit, or one a step, then the forecasts from every step and the series taken apart by the last fit. */
export function* run(v: Setting): Slices<Run> {
  const { z, first, status } = prepare(v);
  if (status !== "fine") throw new Refusal(status);
  yield { done: 0.02 };
  const fits = [fitUpTo(z, first, v)];
  const fans = emptyFans(z.length);
  roll(fans, structural(fits[0]!.parts), z, 0, z.length - 1);
  const last = z.length - 1;
  if (v.refit === "always")
    for (let t = first + 1; t <= last; t++) {
      yield { done: 0.05 + (0.9 * (t - first)) / (last - first) };
      // A missing value teaches nothing: the fit before it is this one too.
      const before = fits.at(-1)!;
      if (!Number.isNaN(z[t])) fits.push(fitUpTo(z, t, v, before.parts));
      roll(fans, structural(fits.at(-1)!.parts), z.slice(0, t + 1), t, t);
    }
  yield { done: 0.97 };
  return { fits, fans, apart: takeApart(structural(fits.at(-1)!.parts), z, v) };
}

function fitUpTo(z: Float64Array, origin: number, v: Setting, near?: StructuralParts): Fit {
  const { parts, logLikelihood } = fitStructural(z.slice(0, origin + 1), formOf(v), near);
  return { origin, parts, logLikelihood };
}

function emptyFans(length: number): Fans {
  const nothing = () => new Float64Array(length * MOST_AHEAD).fill(NaN);
  return { mean: nothing(), sd: nothing() };
}

/** Forecasts from each step from … to, once the start is settled: the filter runs on over values that are missing. */
function roll(fans: Fans, model: KalmanModel, z: Float64Array, from: number, to: number): void {
  const filtered = filter(model, column(z));
  const ahead = column(new Float64Array(MOST_AHEAD + 1).fill(NaN));
  for (let t = Math.max(from, settled(filtered)); t <= to; t++) {
    const { predictedMean, innovationCov } = filter(beliefAt(model, filtered, t), ahead);
    for (let k = 1; k <= MOST_AHEAD; k++) {
      fans.mean[t * MOST_AHEAD + k - 1] = seenOf(model.C, predictedMean, k);
      fans.sd[t * MOST_AHEAD + k - 1] = Math.sqrt(innovationCov[k]!.data[0]!);
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
function seenOf(C: Matrix, x: Matrix, t: number): number {
  let sum = 0;
  for (let i = 0; i < C.cols; i++) sum += C.data[i]! * x.data[t * x.cols + i]!;
  return sum;
}

function takeApart(model: KalmanModel, z: Float64Array, v: Setting): Decomposition {
  const { mean, cov } = smooth(model, column(z));
  const n = model.A.rows;
  const state = (i: number) => Float64Array.from(z, (_, t) => mean.data[t * n + i]!);
  const signal = Float64Array.from(z, (_, t) => seenOf(model.C, mean, t));
  return {
    signal,
    level: state(0),
    levelSd: Float64Array.from(cov, (P) => Math.sqrt(Math.max(0, P.data[0]!))),
    slope: v.parts === "level" ? undefined : state(1),
    season: v.parts === "season" ? state(2) : undefined,
    rest: z.map((x, t) => x - signal[t]!),
  };
}
