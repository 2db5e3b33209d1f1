import { samples } from "../../kit/signal.ts";
import type { Fans } from "../../models/backtest/fans.ts";
import { naiveFans } from "../../models/backtest/naive.ts";
import { firstOrigin, type Status, statusOf, type Wanted } from "../../models/backtest/start.ts";
import type { StructuralParts } from "../../models/kalman.ts";
import type { Setting } from "./params.ts";
import { MOST_AHEAD, statesOf } from "./setting.ts";

/** The series taken apart, knowing all of it, in the scale that is modelled. */
export interface Decomposition {
  /** What the model takes for the series without its noise: level plus season. */
  readonly signal: Float64Array;
  readonly level: Float64Array;
  readonly levelSd: Float64Array;
  readonly slope: Float64Array | undefined;
  readonly season: Float64Array | undefined;
  readonly rest: Float64Array;
}

export interface Fit {
  /** The last step that the fit has seen. */
  readonly origin: number;
  readonly parts: StructuralParts;
  readonly logLikelihood: number;
}

export interface Run {
  readonly y: Float64Array;
  /** The series as it is modelled: itself or its logarithm. */
  readonly z: Float64Array;
  readonly status: Status;
  /** The step from which the first forecast that counts is made. */
  readonly first: number;
  /** The naive forecast, MOST_AHEAD values a step; NaN where there is nothing to go by. */
  readonly naive: Float64Array;
  readonly fits?: readonly Fit[];
  readonly fans?: Fans;
  readonly apart?: Decomposition;
}

/** All that needs no fit: the series, what it allows, and the naive forecasts from every step. */
export function run(v: Setting): Run {
  const y = samples(v.series, 0);
  const z = v.log ? y.map((x) => (x > 0 ? Math.log(x) : NaN)) : y;
  const first = firstOrigin(y, wanted(v));
  const naive = naiveFans(y, v.naive === "last" ? 1 : v.period, MOST_AHEAD);
  return { y, z, first: Math.max(0, first), status: statusOf(y, first, wanted(v)), naive };
}

/** After the reader's share of the series, but not before the model knows enough. */
const wanted = (v: Setting): Wanted => ({
  values: statesOf(v) + 2,
  steps: v.parts === "season" ? 2 * v.period : 0,
  share: v.train / 100,
  log: v.log,
});

/** A value in the scale that is modelled, back in the series' own. */
export const unscaled = (z: number, v: Setting): number => (v.log ? Math.exp(z) : z);
