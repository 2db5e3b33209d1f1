import { type Box, grown } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { clipped } from "../../draw/framed.ts";
import { area } from "../../draw/area.ts";
import { curve, linear, type Pen, stroke } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import { fanAt, FIRST_YEAR, isLost, nile, type Run } from "./compute.ts";
import { axes, keyOf, type Words } from "./flowAxes.ts";
import type { Setting } from "./params.ts";

/** The ends of the axis of values. */
function endsOf(r: Run, h: number): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  const meet = (x: number) => {
    if (x < low) low = x;
    if (x > high) high = x;
  };
  r.whole.forEach(meet);
  // The last forecast has room too, as long as it is not out of all proportion.
  const [least, most] = [1.5 * low - 0.5 * high, 1.5 * high - 0.5 * low];
  const { lower, upper } = fanAt(r, Infinity)?.bands[2] ?? {};
  for (const edge of [lower, upper])
    edge?.data.subarray(0, h).forEach((x) => meet(Math.min(most, Math.max(least, x))));
  const room = 0.08 * (high - low) || Math.abs(high) || 1;
  return [low - room, high + room];
}

/** The scales of the series: steps across, from the first to the last that is forecast, values up. */
export function flowScales(
  { result: r, values: { h }, held }: Moment<Setting, Run>,
  { left, right, top, bottom }: Box,
) {
  const [low, high] = held ? endsOf(held.result, held.values.h) : endsOf(r, h);
  return {
    x: linear(0, r.whole.length - 1 + h, left, right),
    y: linear(low, high, bottom, top),
    low,
    high,
  };
}
export type Scales = ReturnType<typeof flowScales>;

/** ±2√P around a level. */
const band = (s: Scales, level: Float64Array, variance: Float64Array, from: number, to: number) => {
  const edge = (sign: number) => (i: number) => s.y(level[i]! + sign * 2 * Math.sqrt(variance[i]!));
  return area(s.x, edge(1), edge(-1), from, to);
};

const dots = (s: Scales, v: Float64Array, take: (t: number) => boolean) => {
  let d = "";
  v.forEach((x, t) => {
    if (!Number.isNaN(x) && take(t)) d += `M${s.x(t).toFixed(1)} ${s.y(x).toFixed(1)}h0`;
  });
  return d;
};

/** The lines and areas of the picture, from the back to the front. */
function partsOf(pen: Pen) {
  const group = (symbol: string) => pen.append("g").attr("data-symbol", symbol);
  const path = (g: Pen, name: string) => stroke(g, name);
  const [ahead, est, after, seen] = ["y", "hhat", "hsmooth", "y"].map(group) as [
    Pen,
    Pen,
    Pen,
    Pen,
  ];
  return {
    fans: [0, 1, 2].map(() => path(ahead, "share")),
    expected: path(ahead, "line thin ahead"),
    belief: path(est, "share"),
    hindsight: path(after, "share"),
    values: path(seen, "dots fine"),
    later: path(seen, "dots fine later"),
    lost: path(seen, "dots fine thrown"),
    ghost: path(est, "line ghost"),
    level: path(est, "line"),
    levelLater: path(est, "line later"),
    smooth: path(after, "line dashed"),
  };
}
type Parts = ReturnType<typeof partsOf>;

/** The series with its level, and what is expected after the playhead. */
export function flow(pen: Pen, box: Box, words: Words) {
  const drawAxes = axes(pen.append("g"), box);
  const cursor = stroke(pen, "cursor");
  const parts = partsOf(clipped(pen, grown(box, 4, 0), `nile-${box.left}-${box.top}`));
  const beyond = offScale(pen, words.off);
  const today = pen.append("text").attr("class", "tick halo").attr("text-anchor", "middle");
  const key = keyOf(pen, box, words);
  return (moment: Moment<Setting, Run>) => {
    const { result: r, values: v, t } = moment;
    const s = flowScales(moment, box);
    const now = Math.min(r.y.length - 1, Math.floor(t));
    drawAxes(s, r, v);
    key(v.smooth);
    cursor.attr("d", `M${s.x(t).toFixed(1)} ${box.top}V${box.bottom}`);
    today
      .attr("x", Math.min(box.right - 16, Math.max(box.left + 16, s.x(t))))
      .attr("y", box.bottom - 6)
      .text(v.series === nile ? FIRST_YEAR + now : `t = ${now}`);
    drawLevels(parts, s, moment, now);
    drawAhead(parts, s, moment, now);
    beyond(offOf(moment, s, box, now), { x: box.right - 2, y: box.top + 14 });
  };
}

/** The marks of what goes off the scale: the level with its band, and the widest forecast. */
function offOf(moment: Moment<Setting, Run>, s: Scales, box: Box, now: number): string {
  const { result: r, values: v, t } = moment;
  const [level, variance] = v.smooth ? [r.smoothed, r.smoothedVar] : [r.level, r.levelVar];
  const first = level.findIndex((value) => !Number.isNaN(value));
  if (first === -1) return "";
  const end = v.smooth ? r.y.length - 1 : now;
  const { lower, upper } = fanAt(r, t)?.bands[2] ?? {};
  return [1, -1]
    .map((sign) => {
      const edge = (i: number) => s.y(level[i]! + sign * 2 * Math.sqrt(variance[i]!));
      const fan = sign > 0 ? upper : lower;
      const ahead = (i: number) => s.y(i === now ? r.level[now]! : fan!.data[i - now - 1]!);
      return (
        cut(box, s.x, edge, first, end).off + (fan ? cut(box, s.x, ahead, now, now + v.h).off : "")
      );
    })
    .join("");
}

function drawLevels(parts: Parts, s: Scales, moment: Moment<Setting, Run>, now: number): void {
  const { result: r, values: v, ghost } = moment;
  const end = r.y.length - 1;
  const line = (x: Float64Array, from: number, to: number) => {
    const first = x.findIndex((value) => !Number.isNaN(value));
    return first === -1 ? "" : curve(x, s.x, s.y, Math.max(first, from), to);
  };
  parts.values.attr(
    "d",
    dots(s, r.y, (i) => i <= now),
  );
  parts.later.attr(
    "d",
    dots(s, r.y, (i) => i > now),
  );
  parts.lost.attr("d", v.lost ? dots(s, r.whole, (i) => isLost(i, end + 1)) : "");
  parts.belief.attr("d", v.smooth ? "" : band(s, r.level, r.levelVar, 0, now));
  parts.hindsight.attr("d", v.smooth ? band(s, r.smoothed, r.smoothedVar, 0, end) : "");
  parts.level.attr("d", line(r.level, 0, now)).classed("thin", v.smooth);
  parts.levelLater.attr("d", line(r.level, now, end)).classed("thin", v.smooth);
  parts.smooth.attr("d", v.smooth ? line(r.smoothed, 0, end) : "");
  const pinned = ghost?.result.level;
  parts.ghost.attr("d", pinned?.length === end + 1 ? line(pinned, 0, end) : "");
}

function drawAhead(parts: Parts, s: Scales, moment: Moment<Setting, Run>, now: number): void {
  const { result: r, values: v, t } = moment;
  const fan = fanAt(r, t);
  const level = r.level[now]!;
  // The fan begins at today's level, where nothing is between its edges.
  const edge = (m: Matrix) => (i: number) => s.y(i === now ? level : m.data[i - now - 1]!);
  parts.fans.forEach((node, k) => {
    const { upper, lower } = fan?.bands[2 - k] ?? {};
    node.attr("d", upper && lower ? area(s.x, edge(upper), edge(lower), now, now + v.h) : "");
  });
  const way = () => `M${s.x(now).toFixed(1)} ${s.y(level).toFixed(1)}H${s.x(now + v.h).toFixed(1)}`;
  parts.expected.attr("d", fan ? way() : "");
}
