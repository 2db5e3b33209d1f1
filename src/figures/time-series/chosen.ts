import { keeping } from "../../kit/keeping.ts";
import type { Fans } from "../../models/backtest/fans.ts";
import { type Forecaster, fansOf, newForecaster } from "../../models/forecaster/trainer.ts";
import type { Run } from "./compute.ts";
import { bestOf, type Curve, POINT } from "./course.ts";
import { MOST_AHEAD, type Setting } from "./params.ts";
import { cycleOf } from "./setting.ts";

/** Where the weights that forecast come from. */
export type Source = "trained" | "recorded" | "untrained";

/** S6 as it stands: its weights, and the training behind them. */
export interface Chosen {
  readonly source: Source;
  readonly weights: ArrayLike<number> | undefined;
  readonly curve: Curve | undefined;
}

/** What was trained here, else what was recorded and has been fetched, else the untrained. */
export function chosen(r: Run, { stop }: Setting): Chosen {
  if (r.s6) {
    const weights = stop === "held" ? r.s6.bestWeights : r.s6.checkpoint.weights;
    return { source: "trained", weights, curve: r.s6 };
  }
  const curve = r.recorded?.curve;
  if (curve && r.kept) return { source: "recorded", weights: r.kept[stop], curve };
  return { source: "untrained", weights: undefined, curve };
}

/** Training steps behind the weights that forecast. */
export function stepsBehind(r: Run, v: Setting): number {
  const { source, curve } = chosen(r, v);
  if (source === "untrained" || !curve) return 0;
  return POINT * (v.stop === "held" ? bestOf(curve) : curve.held.length - 1);
}

const opened = keeping(
  (
    z: Float64Array,
    last: number,
    cycle: number,
    seed: number,
    weights: ArrayLike<number> | undefined,
  ): Forecaster => newForecaster({ z, last, cycle, seed, ahead: MOST_AHEAD }, weights),
);
const forecast = keeping(fansOf);

/** S6 with the weights that are chosen; none where the series allows no forecast. */
export const forecasterOf = (r: Run, v: Setting): Forecaster | undefined =>
  r.status === "fine" ? opened(r.z, r.first, cycleOf(v), v.seed, chosen(r, v).weights) : undefined;

/** Its forecasts from every step, in the scale that is modelled. */
export function s6Fans(r: Run, v: Setting): Fans | undefined {
  const forecaster = forecasterOf(r, v);
  return forecaster && forecast(forecaster);
}
