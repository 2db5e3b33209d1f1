import { Refusal, type Slices } from "../../kit/task.ts";
import { emptyFans, rollFans, seenOf } from "../../models/backtest/fans.ts";
import {
  column,
  fitStructural,
  smooth,
  structural,
  type KalmanModel,
  type StructuralParts,
} from "../../models/kalman.ts";
import { run as prepare, type Decomposition, type Fit, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { formOf, MOST_AHEAD } from "./setting.ts";

/** The fit, or one a step, then the forecasts from every step and the series taken apart by the last fit. */
export function* run(v: Setting): Slices<Run> {
  const { z, first, status } = prepare(v);
  if (status !== "fine") throw new Refusal(status);
  yield { done: 0.02 };
  const fits = [fitUpTo(z, first, v)];
  const fans = emptyFans(z.length, MOST_AHEAD);
  rollFans(fans, MOST_AHEAD, structural(fits[0]!.parts), z, 0, z.length - 1);
  const last = z.length - 1;
  if (v.refit === "always")
    for (let t = first + 1; t <= last; t++) {
      yield { done: 0.05 + (0.9 * (t - first)) / (last - first) };
      // A missing value teaches nothing: the fit before it is this one too.
      const before = fits.at(-1)!;
      if (!Number.isNaN(z[t])) fits.push(fitUpTo(z, t, v, before.parts));
      rollFans(fans, MOST_AHEAD, structural(fits.at(-1)!.parts), z.slice(0, t + 1), t, t);
    }
  yield { done: 0.97 };
  return { fits, fans, apart: takeApart(structural(fits.at(-1)!.parts), z, v) };
}

function fitUpTo(z: Float64Array, origin: number, v: Setting, near?: StructuralParts): Fit {
  const { parts, logLikelihood } = fitStructural(z.slice(0, origin + 1), formOf(v), near);
  return { origin, parts, logLikelihood };
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
