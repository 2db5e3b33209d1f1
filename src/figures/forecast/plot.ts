import { clipped } from "../../draw/framed.ts";
import { ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { broken } from "../../draw/broken.ts";
import { offScale } from "../../draw/cut.ts";
import { widthOf } from "../../draw/text.ts";
import { letter, type Pen, stroke, write } from "../../draw/picture.ts";
import { bands, bandsOff, lonely, seriesScales, seriesTicks } from "../../draw/series.ts";
import type { Moment } from "../../kit/figure.ts";
import { dateIn } from "../../kit/bundled.ts";
import type { Run } from "./compute.ts";
import { judged } from "./judged.ts";
import type { Setting } from "./params.ts";
import { drawn } from "./scales.ts";
import { MOST_AHEAD } from "./setting.ts";

interface Words {
  readonly seen: string;
  readonly fan: string;
  readonly missed: string;
  readonly naive: string;
  readonly learnt: string;
  readonly off: string;
}

/** The series, what the model expects after the playhead, and what the naive forecast says. */
export function plot(pen: Pen, box: Box, words: Words) {
  const axis = ticks(pen);
  const learnt = stroke(pen, "learnt");
  const cursor = stroke(pen, "cursor");
  const inside = clipped(pen, box, `forecast-frame-${box.width}`);
  const g = inside.append("g").attr("data-symbol", "y");
  const path = (name: string, in_ = g) => stroke(in_, name);
  const model = inside.append("g").attr("data-symbol", "hhat");
  const drawBands = bands(model);
  const [past, later, dots] = [path("line thin"), path("line thin later"), path("dots fine")];
  const expected = path("line", model);
  const naive = path("naive", inside);
  letter(pen, "y", 2, box.top - 8, "t");
  const beyond = offScale(pen, words.off);
  const drawJudged = judged(pen, box, words.missed);
  keyOf(pen, box, words);
  const today = pen.append("text").attr("class", "tick strong halo").attr("text-anchor", "middle");
  return ({ result: r, values: v, t, withheld, held }: Moment<Setting, Run>) => {
    later.attr("display", withheld?.has("picture") ? "none" : null);
    const series = drawn(r, v);
    const { from } = series;
    const s = seriesScales(series, box, held && drawn(held.result, held.values));
    const now = Math.min(r.y.length - 1, Math.floor(t));
    axis(seriesTicks(series, s, box, now));
    const edge = s.x(r.first);
    learnt.attr(
      "d",
      r.status === "fine"
        ? `M${box.left} ${box.bottom}V${box.top}H${edge.toFixed(1)}V${box.bottom}Z`
        : "",
    );
    const seen = t >= from;
    cursor.attr("d", seen ? `M${s.x(t).toFixed(1)} ${box.top}V${box.bottom}` : "");
    // A closer look leaves out what is before its first step.
    const line = (begin: number, end?: number) =>
      broken(r.y.subarray(begin, end), (i) => s.x(i + begin), s.y);
    past.attr("d", line(from, Math.max(from, now + 1)));
    later.attr("d", line(Math.max(from, now)));
    dots.attr("d", lonely(series, s));
    const at = now * MOST_AHEAD;
    const x = (k: number) => (now + 1 + k < from ? NaN : s.x(now + 1 + k));
    drawBands(r.fans, at, v.h, x, s.z);
    const mean = r.fans?.mean;
    expected.attr("d", mean ? broken(mean.subarray(at, at + v.h), x, s.z) : "");
    naive.attr("d", broken(r.naive.subarray(at, at + v.h), x, s.y));
    const off = bandsOff(r.fans, { at, from: Math.max(0, from - now - 1), h: v.h }, x, s.z, box);
    beyond(off, { x: box.right - 2, y: box.bottom - 6 });
    drawJudged(r, v, now, s, from);
    today
      .attr("x", Math.min(box.right - 24, Math.max(box.left + 24, s.x(now))).toFixed(1))
      .attr("y", box.bottom + 16)
      .text(seen ? dateIn(v.series, now) : "");
  };
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
