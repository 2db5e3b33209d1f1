import { ticks as round } from "d3";
import { normalQuantile } from "../../numerics/distributions.ts";
import { below, beside, type Tick, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { area } from "../../draw/area.ts";
import { broken } from "../../draw/broken.ts";
import { widthOf } from "../../draw/text.ts";
import { letter, type Pen, stroke, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import { calendarOf } from "../../kit/bundled.ts";
import { judged } from "./judged.ts";
import type { Setting } from "./params.ts";
import { seriesScales, type Scales } from "./scales.ts";
import { MOST_AHEAD } from "./setting.ts";

interface Words {
  readonly seen: string;
  readonly fan: string;
  readonly missed: string;
  readonly naive: string;
  readonly learnt: string;
}

/** Half widths of the 95, 80 and 50 % bands in standard deviations, the widest behind. */
const WIDTHS = [0.95, 0.8, 0.5].map((c) => normalQuantile(0.5 + c / 2));

/** The series, what the model expects after the playhead, and what the naive forecast says. */
export function plot(pen: Pen, box: Box, words: Words) {
  const axis = ticks(pen);
  const learnt = stroke(pen, "learnt");
  const cursor = stroke(pen, "cursor");
  const g = pen.append("g").attr("data-symbol", "y");
  const path = (name: string, in_ = g) => stroke(in_, name);
  const model = pen.append("g").attr("data-symbol", "hhat");
  const fans = WIDTHS.map(() => path("share", model));
  const [past, later, dots] = [path("line thin"), path("line thin later"), path("dots fine")];
  const expected = path("line", model);
  const naive = path("naive", pen);
  letter(pen, "y", 2, box.top - 8, "t");
  const drawJudged = judged(pen, box, words.missed);
  keyOf(pen, box, words);
  const today = pen.append("text").attr("class", "tick strong halo").attr("text-anchor", "middle");
  return ({ result: r, values: v, t, withheld }: Moment<Setting, Run>) => {
    later.attr("display", withheld?.has("picture") ? "none" : null);
    const s = seriesScales(r, v, box);
    const now = Math.min(r.y.length - 1, Math.floor(t));
    axis(numbers(box, s, v, r, now));
    const edge = s.x(r.first);
    learnt.attr(
      "d",
      r.status === "fine"
        ? `M${box.left} ${box.bottom}V${box.top}H${edge.toFixed(1)}V${box.bottom}Z`
        : "",
    );
    const seen = t >= s.from;
    cursor.attr("d", seen ? `M${s.x(t).toFixed(1)} ${box.top}V${box.bottom}` : "");
    // A closer look leaves out what is before its first step.
    const [begun, turn] = [s.from, Math.max(s.from, now)];
    past.attr(
      "d",
      broken(r.y.subarray(begun, Math.max(begun, now + 1)), (i) => s.x(i + begun), s.y),
    );
    later.attr(
      "d",
      broken(r.y.subarray(turn), (i) => s.x(i + turn), s.y),
    );
    dots.attr("d", lonely(r.y, s));
    const at = now * MOST_AHEAD;
    const from = (k: number) => (now + 1 + k < s.from ? NaN : s.x(now + 1 + k));
    const { mean, sd } = r.fans ?? {};
    const side = (width: number) => (k: number) => s.z(mean![at + k]! + width * sd![at + k]!);
    fans.forEach((node, i) =>
      node.attr("d", mean && sd ? area(from, side(WIDTHS[i]!), side(-WIDTHS[i]!), 0, v.h - 1) : ""),
    );
    expected.attr("d", mean ? broken(mean.subarray(at, at + v.h), from, s.z) : "");
    naive.attr("d", broken(r.naive.subarray(at, at + v.h), from, s.y));
    drawJudged(r, v, now, s);
    today
      .attr("x", Math.min(box.right - 24, Math.max(box.left + 24, s.x(now))).toFixed(1))
      .attr("y", box.bottom + 16)
      .text(seen ? dateOf(v, now) : "");
  };
}

/** Values with a gap on either side, which no line reaches. */
function lonely(y: Float64Array, s: Scales): string {
  let d = "";
  const gone = (i: number) => !Number.isFinite(y[i] ?? NaN);
  y.forEach((value, i) => {
    if (i >= s.from && !gone(i) && gone(i - 1) && gone(i + 1))
      d += `M${s.x(i).toFixed(1)} ${s.y(value).toFixed(1)}h0`;
  });
  return d;
}

/** Year and month where they are known, the step else. */
export function dateOf(v: Setting, t: number): string {
  const { start, per } = calendarOf(v.series);
  if (start === 0) return `t = ${t}`;
  const year = start + Math.floor(t / per);
  return per === 1 ? `${year}` : `${year}-${String((t % per) + 1).padStart(2, "0")}`;
}

/** Years or steps below, round values at the side. */
function numbers(box: Box, s: Scales, v: Setting, r: Run, now: number): Tick[] {
  const { start, per } = calendarOf(v.series);
  const last = start + (r.y.length - 1 + v.h) / per;
  const across = round(start, last, box.width > 400 ? 8 : 4)
    .filter(Number.isInteger)
    .map((year) => below(box, s.x((year - start) * per), String(year)))
    .filter(({ x }) => x >= box.left - 1 && Math.abs(x - s.x(now)) > (box.width > 400 ? 46 : 58));
  const up = r.status === "empty" ? [] : round(s.low, s.high, 3);
  return [...across, ...up.map((value) => beside(box, s.y(value), format(value, 4)))];
}

/** What the lines are, above them. */
function keyOf(pen: Pen, box: Box, words: Words): void {
  stroke(pen, "axis").attr("d", `M${box.left} ${box.bottom}H${box.right}`);
  const y = box.top - 10;
  const narrow = box.width < 400;
  const wide = narrow ? 12 : 16;
  let x = box.left;
  const entry = (kind: string, text: string, symbol = "") => {
    const g = pen.append("g").attr("data-symbol", symbol || null);
    stroke(g, kind).attr(
      "d",
      kind === "learnt" ? `M${x} ${y - 9}h${wide}v10h${-wide}z` : `M${x} ${y - 4}h${wide}`,
    );
    write(g, x + wide + 5, y, "start", text);
    x += wide + 5 + widthOf(text, narrow ? 13.5 : 12) + (narrow ? 8 : 24);
  };
  entry("line thin", words.seen, "y");
  entry("line", words.fan, "hhat");
  entry("naive", words.naive);
  entry("learnt", words.learnt);
}
