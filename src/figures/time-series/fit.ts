import { Refusal, type Slices } from "../../kit/task.ts";
import { emptyFans, rollFans } from "../../models/backtest/fans.ts";
import { fitStructural, structural } from "../../models/kalman.ts";
import { run as prepare, type Run } from "./compute.ts";
import { MOST_AHEAD, type Setting } from "./params.ts";
import { formOf } from "./setting.ts";

/** Chapter 30's model: variances of maximum likelihood from what is learnt, then its forecasts from every step. */
export function* fit(v: Setting): Slices<Run> {
  const { z, first, status } = prepare(v);
  if (status !== "fine") throw new Refusal(status);
  yield { done: 0.02 };
  const { parts } = fitStructural(z.slice(0, first + 1), formOf(v));
  yield { done: 0.7 };
  const fans = emptyFans(z.length, MOST_AHEAD);
  rollFans(fans, MOST_AHEAD, structural(parts), z, 0, z.length - 1);
  return { structural: { parts, fans } };
}
