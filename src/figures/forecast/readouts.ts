import { calendarOf } from "../../kit/bundled.ts";
import { unscaled, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { expected } from "../../models/backtest/score.ts";
import { scoreOf } from "./score.ts";
import { MOST_AHEAD } from "./setting.ts";

const step = (r: Run, t: number) => Math.min(r.y.length - 1, Math.floor(t));
export const ratioOf = (r: Run, v: Setting): number => {
  const { modelAll, naiveAll } = scoreOf(r, v);
  return modelAll / naiveAll;
};
const percent = (r: Run, v: Setting, which: 0 | 1) => 100 * scoreOf(r, v).within[which][0]!;
const chance = (r: Run, v: Setting, p: number, end: "low" | "high") =>
  100 * expected(scoreOf(r, v).trials[0]!, p)[end];
const ahead = (r: Run, v: Setting, t: number, deviations: number) => {
  const at = step(r, t) * MOST_AHEAD + v.h - 1;
  return r.fans ? unscaled(r.fans.mean[at]! + deviations * r.fans.sd[at]!, v) : NaN;
};
/** The year and the month of the moment, where the series has them. */
function dated(r: Run, { series }: Setting, t: number) {
  const { start, per } = calendarOf(series);
  return { year: start + Math.floor(step(r, t) / per), month: (step(r, t) % per) + 1 };
}
type Of = (r: Run, v: Setting, t: number) => number;
const of = (f: Of) => f;

/** All that can be read off: errors and coverage first. */
export const readouts = {
  ratio: { label: "model's error over the naive one's", foot: true, of: of(ratioOf) },
  cover80: {
    label: "within 80 %, one step ahead, in %",
    foot: true,
    of: of((r, v) => percent(r, v, 0)),
  },
  cover95: {
    label: "within 95 %, one step ahead, in %",
    foot: true,
    of: of((r, v) => percent(r, v, 1)),
  },
  year: { label: "year", digits: 4, of: of((r, v, t) => dated(r, v, t).year) },
  month: { label: "month", of: of((r, v, t) => dated(r, v, t).month) },
  low80: { label: "least to expect for 80 %", of: of((r, v) => chance(r, v, 0.8, "low")) },
  high80: { label: "most to expect for 80 %", of: of((r, v) => chance(r, v, 0.8, "high")) },
  low95: { label: "least to expect for 95 %", of: of((r, v) => chance(r, v, 0.95, "low")) },
  high95: { label: "most to expect for 95 %", of: of((r, v) => chance(r, v, 0.95, "high")) },
  trials: {
    label: "forecasts one step ahead that were judged",
    of: of((r, v) => scoreOf(r, v).trials[0]!),
  },
  error: { label: "model's root mean square error", of: of((r, v) => scoreOf(r, v).modelAll) },
  mase: { label: "mean absolute scaled error", of: of((r, v) => scoreOf(r, v).mase) },
  now: { label: "value now", symbol: "y", digits: 4, of: of((r, _, t) => r.y[step(r, t)]!) },
  mid: { label: "forecast", symbol: "y", digits: 4, of: of((r, v, t) => ahead(r, v, t, 0)) },
  low: {
    label: "lower end of the 95 % forecast",
    symbol: "y",
    digits: 4,
    of: of((r, v, t) => ahead(r, v, t, -1.959963984540054)),
  },
  high: {
    label: "upper end of the 95 % forecast",
    symbol: "y",
    digits: 4,
    of: of((r, v, t) => ahead(r, v, t, 1.959963984540054)),
  },
  noise: {
    label: "fitted variance of the measurement noise",
    symbol: "R",
    of: of((r) => r.fits?.at(-1)!.parts.irregular ?? NaN),
  },
  level: {
    label: "fitted variance of the level's steps",
    symbol: "Q",
    of: of((r) => r.fits?.at(-1)!.parts.level ?? NaN),
  },
  slope: {
    label: "fitted variance of the slope's steps",
    symbol: "Q",
    of: of((r) => r.fits?.at(-1)!.parts.slope ?? NaN),
  },
  season: {
    label: "fitted variance of the season's steps",
    symbol: "Q",
    of: of((r) => r.fits?.at(-1)!.parts.seasonal?.variance ?? NaN),
  },
} as const;

/** What the NumPy text prints. */
export const answer = { of: of((r, v) => (r.status === "fine" ? scoreOf(r, v).naiveAll : NaN)) };
