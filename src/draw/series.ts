import { ticks as round } from "d3";
import { calendarOf } from "../kit/bundled.ts";
import { format } from "../kit/format.ts";
import type { Signal } from "../kit/signal.ts";
import { normalQuantile } from "../numerics/distributions.ts";
import { area } from "./area.ts";
import { below, beside, type Tick } from "./axis.ts";
import type { Box } from "./box.ts";
import { cut } from "./cut.ts";
import { linear, type Pen, stroke } from "./picture.ts";

/** A series with what is expected after each of its steps, as it is drawn. */
export interface Forecast {
  readonly y: Float64Array;
  /** Where it is from: its dates stand below it. */
  readonly series: Signal;
  /** The first step that is shown, and how many steps are forecast. */
  readonly from: number;
  readonly h: number;
  /** Mean and standard deviation of the steps after the last one, as they are modelled, where there are any yet. */
  readonly ahead?: { readonly mean: Float64Array; readonly sd: Float64Array } | undefined;
  /** A value as it is modelled, back in the series' own scale. */
  readonly back: (z: number) => number;
}

/** Half widths of the 95, 80 and 50 % bands in standard deviations, the widest behind. */
const WIDTHS = [0.95, 0.8, 0.5].map((c) => normalQuantile(0.5 + c / 2));
const [, EIGHTY] = WIDTHS as [number, number, number];
const nothing = { mean: new Float64Array(), sd: new Float64Array() };

/** Steps across, to the last that may be forecast; the series' own values up, and what a forecast after the last value may need: of what is held, while something is. */
export function seriesScales(shown: Forecast, box: Box, held: Forecast = shown) {
  const { left, right, top, bottom } = box;
  const [low, high] = endsOf(held);
  const y = linear(low, high, bottom, top);
  return {
    x: linear(shown.from, shown.y.length - 1 + shown.h, left, right),
    y,
    z: (v: number) => y(shown.back(v)),
    low,
    high,
  };
}
export type SeriesScales = ReturnType<typeof seriesScales>;

/** The ends of the axis of values. */
function endsOf({ y: values, h, ahead, back }: Forecast): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  const meet = (x: number) => {
    if (x < low) low = x;
    if (x > high) high = x;
  };
  values.forEach(meet);
  if (!(low <= high)) [low, high] = [0, 1];
  // Its 80 % band has room too, as long as it is not out of all proportion.
  const [least, most] = [1.5 * low - 0.5 * high, 1.5 * high - 0.5 * low];
  const { mean, sd } = ahead ?? nothing;
  for (let k = 0; k < Math.min(h, mean.length); k++)
    for (const z of [-EIGHTY, 0, EIGHTY])
      meet(Math.min(most, Math.max(least, back(mean[k]! + z * sd[k]!))));
  const room = 0.12 * (high - low) || Math.abs(high) || 1;
  return [low - room, high + room];
}

/** The bands about a forecast: its mean and spread from the place `at`, for h steps, over x. */
export function bands(pen: Pen) {
  const fans = WIDTHS.map(() => stroke(pen, "share"));
  return (
    fan: Forecast["ahead"],
    at: number,
    h: number,
    x: (k: number) => number,
    z: (v: number) => number,
  ) => {
    const side = (width: number) => (k: number) => z(fan!.mean[at + k]! + width * fan!.sd[at + k]!);
    fans.forEach((node, i) =>
      node.attr("d", fan ? area(x, side(WIDTHS[i]!), side(-WIDTHS[i]!), 0, h - 1) : ""),
    );
  };
}

/** The marks where the widest band leaves the plot, from the step after `now` that is shown first. */
export function bandsOff(
  fan: Forecast["ahead"],
  { at, from, h }: { readonly at: number; readonly from: number; readonly h: number },
  x: (k: number) => number,
  z: (v: number) => number,
  box: Box,
): string {
  if (!fan) return "";
  return [-WIDTHS[0]!, WIDTHS[0]!]
    .map(
      (width) =>
        cut(box, x, (k) => z(fan.mean[at + k]! + width * fan.sd[at + k]!), from, h - 1).off,
    )
    .join("");
}

/** Values with a gap on either side, which no line reaches. */
export function lonely({ y, from }: Forecast, s: SeriesScales): string {
  let d = "";
  const gone = (i: number) => !Number.isFinite(y[i] ?? NaN);
  y.forEach((value, i) => {
    if (i >= from && !gone(i) && gone(i - 1) && gone(i + 1))
      d += `M${s.x(i).toFixed(1)} ${s.y(value).toFixed(1)}h0`;
  });
  return d;
}

/** Years or steps below, away from the date that stands at step `now`, and round values at the side. */
export function seriesTicks(
  { y, series, h }: Forecast,
  s: SeriesScales,
  box: Box,
  now: number,
): Tick[] {
  const { start, per } = calendarOf(series);
  const last = start + (y.length - 1 + h) / per;
  const across = round(start, last, box.width > 400 ? 8 : 4)
    .filter(Number.isInteger)
    .map((year) => below(box, s.x((year - start) * per), String(year)))
    .filter(({ x }) => x >= box.left - 1 && Math.abs(x - s.x(now)) > (box.width > 400 ? 46 : 58));
  const up = y.some(Number.isFinite) ? round(s.low, s.high, 3) : [];
  return [...across, ...up.map((value) => beside(box, s.y(value), format(value, 4)))];
}
