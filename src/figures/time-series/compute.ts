import { samples } from "../../kit/signal.ts";
import type { Fans } from "../../models/backtest/fans.ts";
import { naiveFans } from "../../models/backtest/naive.ts";
import { firstOrigin, type Status, statusOf } from "../../models/backtest/start.ts";
import { log } from "../../numerics/portable.ts";
import type { StructuralParts } from "../../models/kalman.ts";
import { keepingBut } from "../../kit/keeping.ts";
import type { Course, Kept } from "./course.ts";
import { MOST_AHEAD, type Setting } from "./params.ts";
import { type Recording, recordedFor } from "./recorded.ts";
import { cycleOf, type Look, wanted } from "./setting.ts";

export interface Run {
  readonly y: Float64Array;
  /** The series as it is modelled: itself or its logarithm. */
  readonly z: Float64Array;
  readonly status: Status;
  /** The step from which the first forecast that counts is made; up to it is learnt. */
  readonly first: number;
  /** The naive forecast, MOST_AHEAD values a step, in the series' own scale. */
  readonly naive: Float64Array;
  /** What was recorded at this setting, to be shown until it is trained here. */
  readonly recorded: Recording | undefined;
  /** The structural model, by the task `fit`. */
  readonly structural?: { readonly parts: StructuralParts; readonly fans: Fans };
  /** S6 as trained here, by the task `train`; and the recorded weights, once fetched. */
  readonly s6?: Course;
  readonly kept?: Kept;
}

/** All that needs no fit: the series, what it allows, the naive forecasts, and what was recorded. */
export const run = keepingBut<Setting, Look, Run>(["band", "stop", "h", "close", "order"], (v) => {
  const y = samples(v.series, 0);
  const z = v.log ? y.map((x) => (x > 0 ? log(x) : NaN)) : y;
  const first = firstOrigin(y, wanted(v));
  return {
    y,
    z,
    status: statusOf(y, first, wanted(v)),
    first: Math.max(0, first),
    naive: naiveFans(y, cycleOf(v), MOST_AHEAD),
    recorded: recordedFor(v),
  };
});
