import { ticks as round } from "d3";
import { area } from "../../draw/area.ts";
import { below, beside, rule, type Tick, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { broken } from "../../draw/broken.ts";
import { key } from "../../draw/key.ts";
import { letter, type Pen, stroke } from "../../draw/picture.ts";
import { calendarOf } from "../../kit/bundled.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { forecasterDefaults } from "../../models/forecaster/trainer.ts";
import { normalQuantile } from "../../numerics/distributions.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { MOST_AHEAD, type Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { type Scales, seriesScales } from "./scales.ts";
import { fansOf, models } from "./score.ts";

type Say = (phrase: Phrase) => string;

/** Half widths of the 95, 80 and 50 % bands in standard deviations, the widest behind. */
const WIDTHS = [0.95, 0.8, 0.5].map((c) => normalQuantile(0.5 + c / 2));

/** Their colours: S6's that of a gate, the autoregression's that of a kernel, the structural model's that of an estimate. */
export const symbolOf = { s6: "gate", ar: "K", structural: "hhat" } as const;
/** And their lines. */
export const lookOf = {
  s6: "series-line",
  ar: "series-line dotted",
  structural: "series-line dashed",
} as const;

/** The series, what each forecasts from the playhead on, and the band of one of them. */
export function plot(pen: Pen, layout: Layout, say: Say) {
  const { series: box } = layout;
  const axis = ticks(pen);
  rule(pen, box, box.bottom);
  const [learnt, held] = [stroke(pen, "learnt"), stroke(pen, "series-held")];
  const cursor = stroke(pen, "cursor");
  const inside = within(pen, layout);
  const drawForecasts = forecasts(inside);
  const own = inside.append("g").attr("data-symbol", "y");
  const look = ["line thin", "line thin later", "dots fine"];
  const [past, later, dots] = look.map((name) => stroke(own, name));
  letter(pen, "y", 2, box.top - 8, "t");
  heading(pen, layout, say);
  const today = pen.append("text").attr("class", "tick strong halo").attr("text-anchor", "middle");
  return (moment: Moment<Setting, Run>) => {
    const { result: r, values: v, t, withheld } = moment;
    later!.attr("display", withheld?.has("picture") ? "none" : null);
    const s = seriesScales(r, v, box);
    const now = Math.min(r.y.length - 1, Math.floor(t));
    axis(numbers(box, s, v, r, now));
    const cut = Math.round((r.first + 1) * (1 - forecasterDefaults.held)) - 1;
    const patch = (from: number, to: number) => {
      const [a, b] = [from, to].map((at) => Math.max(box.left, s.x(at)).toFixed(1));
      return r.status === "fine" ? `M${a} ${box.bottom}V${box.top}H${b}V${box.bottom}Z` : "";
    };
    learnt.attr("d", patch(s.from, cut));
    held.attr("d", patch(cut, r.first));
    const seen = t >= s.from;
    cursor.attr("d", seen ? `M${s.x(t).toFixed(1)} ${box.top}V${box.bottom}` : "");
    const line = (from: number, to?: number) =>
      broken(r.y.subarray(from, to), (i) => s.x(i + from), s.y);
    past!.attr("d", line(s.from, Math.max(s.from, now + 1)));
    later!.attr("d", line(Math.max(s.from, now)));
    dots!.attr("d", lonely(r.y, s));
    drawForecasts(r, v, now, s);
    today
      .attr("x", Math.min(box.right - 24, Math.max(box.left + 24, s.x(now))).toFixed(1))
      .attr("y", box.bottom + 16)
      .text(seen ? dateOf(v, now) : "");
  };
}

/** What is off the scale of a series ends at its frame. */
function within(pen: Pen, { series, width }: Layout): Pen {
  const id = `series-frame-${width}`;
  const { left, top, width: across, height } = series;
  const frame = pen.append("clipPath").attr("id", id).append("rect");
  frame.attr("x", left).attr("y", top).attr("width", across).attr("height", height);
  return pen.append("g").attr("clip-path", `url(#${id})`);
}

/** What is expected after a step, by every model and by the naive forecast; the band of the one that is asked for. */
function forecasts(pen: Pen) {
  const band = pen.append("g");
  const fans = WIDTHS.map(() => stroke(band, "share"));
  const lines = models.map((model) => stroke(pen, lookOf[model], symbolOf[model]));
  const naive = stroke(pen, "naive");
  return (r: Run, v: Setting, now: number, s: Scales) => {
    const at = now * MOST_AHEAD;
    const x = (k: number) => (now + 1 + k < s.from ? NaN : s.x(now + 1 + k));
    const shown = fansOf(r, v, v.band);
    band.attr("data-symbol", symbolOf[v.band]);
    const edge = (width: number) => (k: number) =>
      s.z(shown!.mean[at + k]! + width * shown!.sd[at + k]!);
    fans.forEach((node, i) =>
      node.attr("d", shown ? area(x, edge(WIDTHS[i]!), edge(-WIDTHS[i]!), 0, v.h - 1) : ""),
    );
    models.forEach((model, i) => {
      const mean = fansOf(r, v, model)?.mean;
      lines[i]!.attr("d", mean ? broken(mean.subarray(at, at + v.h), x, s.z) : "");
    });
    naive.attr("d", broken(r.naive.subarray(at, at + v.h), x, s.y));
  };
}

/** What the lines and the shades are, above them. */
function heading(pen: Pen, { key: place, size }: Layout, say: Say): void {
  key(pen, { ...place, size }, [
    { look: "line thin", symbol: "y", word: say("seen") },
    { look: lookOf.s6, symbol: symbolOf.s6, word: say("s6") },
    { look: lookOf.ar, symbol: symbolOf.ar, word: say("ar") },
    { look: lookOf.structural, symbol: symbolOf.structural, word: say("structural") },
    { look: "naive", word: say("naiveLine") },
    { look: "learnt", word: say("learnt"), as: "area" },
    { look: "series-held", word: say("heldBack"), as: "area" },
  ]);
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
