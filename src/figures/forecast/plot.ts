import { ticks } from "d3";
import { normalQuantile } from "../../numerics/distributions.ts";
import { area } from "../../draw/area.ts";
import { letter, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import { calendarOf } from "./data.ts";
import type { Box } from "./layout.ts";
import { seriesScales, type Scales } from "./scales.ts";
import { MOST_AHEAD, type Setting } from "./setting.ts";

interface Words {
  readonly fan: string;
  readonly naive: string;
  readonly learnt: string;
}

/** Half widths of the 95, 80 and 50 % bands in standard deviations, the widest behind. */
const WIDTHS = [0.95, 0.8, 0.5].map((c) => normalQuantile(0.5 + c / 2));

/** A line through the values that are there, broken at gaps. */
export function broken(v: ArrayLike<number>, x: (i: number) => number, y: (v: number) => number) {
  let d = "";
  let pen = "M";
  for (let i = 0; i < v.length; i++) {
    if (Number.isFinite(v[i]) && Number.isFinite(x(i))) {
      d += `${pen}${x(i).toFixed(1)} ${y(v[i]!).toFixed(1)}`;
      pen = "L";
    } else pen = "M";
  }
  return d;
}

/** The series, what the model expects after the playhead, and what the naive forecast says. */
export function plot(pen: Pen, box: Box, words: Words) {
  const axis = pen.append("g");
  const learnt = pen.append("path").attr("class", "learnt");
  const cursor = pen.append("path").attr("class", "cursor");
  const g = pen.append("g").attr("data-symbol", "y");
  const path = (name: string, in_ = g) => in_.append("path").attr("class", name);
  const fans = WIDTHS.map(() => path("share"));
  const [past, later, dots] = [path("line thin"), path("line thin later"), path("dots fine")];
  const expected = path("line");
  const naive = path("naive", pen);
  letter(pen, "y", 2, box.top - 8, "t");
  keyOf(pen, box, words);
  const today = pen.append("text").attr("class", "tick strong halo").attr("text-anchor", "middle");
  return ({ result: r, values: v, t }: Moment<Setting, Run>) => {
    const s = seriesScales(r, v, box);
    const now = Math.min(r.y.length - 1, Math.floor(t));
    drawAxis(axis, box, s, v, r, now);
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

function drawAxis(g: Pen, box: Box, s: Scales, v: Setting, r: Run, now: number): void {
  const { start, per } = calendarOf(v.series);
  const last = start + (r.y.length - 1 + v.h) / per;
  const across = ticks(start, last, box.right - box.left > 400 ? 8 : 4)
    .filter(Number.isInteger)
    .map((year) => ({
      x: s.x((year - start) * per),
      y: box.bottom + 16,
      anchor: "middle",
      text: String(year),
    }))
    .filter(({ x }) => x >= box.left - 1 && Math.abs(x - s.x(now)) > 46);
  const up = (r.status === "empty" ? [] : ticks(s.low, s.high, 3)).map((value) => ({
    x: box.left - 6,
    y: s.y(value) + 4,
    anchor: "end",
    text: format(value, 4),
  }));
  g.selectAll<SVGTextElement, (typeof up)[number]>("text")
    .data([...across, ...up])
    .join("text")
    .attr("class", "tick")
    .attr("x", (d) => d.x.toFixed(1))
    .attr("y", (d) => d.y.toFixed(1))
    .attr("text-anchor", (d) => d.anchor)
    .text((d) => d.text);
}

/** What the lines are, above them. */
function keyOf(pen: Pen, box: Box, words: Words): void {
  pen.append("path").attr("class", "axis").attr("d", `M${box.left} ${box.bottom}H${box.right}`);
  const y = box.top - 10;
  const narrow = box.right - box.left < 400;
  const entry = (x: number, kind: string, text: string, symbol = "") => {
    const g = pen.append("g").attr("data-symbol", symbol || null);
    g.append("path")
      .attr("class", kind)
      .attr("d", kind === "learnt" ? `M${x} ${y - 9}h16v10h-16z` : `M${x} ${y - 4}h16`);
    g.append("text")
      .attr("class", "tick")
      .attr("x", x + 22)
      .attr("y", y)
      .text(text);
  };
  entry(box.left, "line", words.fan, "y");
  entry(box.left + (narrow ? 108 : 210), "naive", words.naive);
  entry(box.left + (narrow ? 200 : 330), "learnt", words.learnt);
}
