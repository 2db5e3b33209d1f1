import { clipped } from "../../draw/framed.ts";
import { rule, ticks } from "../../draw/axis.ts";
import { broken } from "../../draw/broken.ts";
import { offScale } from "../../draw/cut.ts";
import { key } from "../../draw/key.ts";
import { letter, type Pen, stroke } from "../../draw/picture.ts";
import {
  bands,
  bandsOff,
  type Forecast,
  lonely,
  seriesScales,
  type SeriesScales,
  seriesTicks,
} from "../../draw/series.ts";
import { dateIn } from "../../kit/bundled.ts";
import type { Moment } from "../../kit/figure.ts";
import { forecasterDefaults } from "../../models/forecaster/trainer.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { MOST_AHEAD, type Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { drawn } from "./scales.ts";
import { fansOf, models } from "./score.ts";

type Say = (phrase: Phrase) => string;

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
  const inside = clipped(pen, box, `series-frame-${layout.width}`);
  const drawForecasts = forecasts(inside);
  const own = inside.append("g").attr("data-symbol", "y");
  const look = ["line thin", "line thin later", "dots fine"];
  const [past, later, dots] = look.map((name) => stroke(own, name));
  letter(pen, "y", 2, box.top - 8, "t");
  const beyond = offScale(pen, say("off"));
  heading(pen, layout, say);
  const today = pen.append("text").attr("class", "tick strong halo").attr("text-anchor", "middle");
  return (moment: Moment<Setting, Run>) => {
    const { result: r, values: v, t, withheld, held: taken } = moment;
    later!.attr("display", withheld?.has("picture") ? "none" : null);
    const series = drawn(r, v);
    const { from } = series;
    const s = seriesScales(series, box, taken && drawn(taken.result, taken.values));
    const now = Math.min(r.y.length - 1, Math.floor(t));
    axis(seriesTicks(series, s, box, now));
    const cut = Math.round((r.first + 1) * (1 - forecasterDefaults.held)) - 1;
    const patch = (from: number, to: number) => {
      const [a, b] = [from, to].map((at) => Math.max(box.left, s.x(at)).toFixed(1));
      return r.status === "fine" ? `M${a} ${box.bottom}V${box.top}H${b}V${box.bottom}Z` : "";
    };
    learnt.attr("d", patch(from, cut));
    held.attr("d", patch(cut, r.first));
    const seen = t >= from;
    cursor.attr("d", seen ? `M${s.x(t).toFixed(1)} ${box.top}V${box.bottom}` : "");
    const line = (begin: number, end?: number) =>
      broken(r.y.subarray(begin, end), (i) => s.x(i + begin), s.y);
    past!.attr("d", line(from, Math.max(from, now + 1)));
    later!.attr("d", line(Math.max(from, now)));
    dots!.attr("d", lonely(series, s));
    drawForecasts(r, v, now, series, s);
    const off = bandsOff(
      fansOf(r, v, v.band),
      { at: now * MOST_AHEAD, from: Math.max(0, from - now - 1), h: v.h },
      (k) => s.x(now + 1 + k),
      s.z,
      box,
    );
    beyond(off, { x: box.right - 2, y: box.bottom - 6 });
    today
      .attr("x", Math.min(box.right - 24, Math.max(box.left + 24, s.x(now))).toFixed(1))
      .attr("y", box.bottom + 16)
      .text(seen ? dateIn(v.series, now) : "");
  };
}

/** What is expected after a step, by every model and by the naive forecast; the band of the one that is asked for. */
function forecasts(pen: Pen) {
  const band = pen.append("g");
  const drawBands = bands(band);
  const lines = models.map((model) => stroke(pen, lookOf[model], symbolOf[model]));
  const naive = stroke(pen, "naive");
  return (r: Run, v: Setting, now: number, { from }: Forecast, s: SeriesScales) => {
    const at = now * MOST_AHEAD;
    const x = (k: number) => (now + 1 + k < from ? NaN : s.x(now + 1 + k));
    band.attr("data-symbol", symbolOf[v.band]);
    drawBands(fansOf(r, v, v.band), at, v.h, x, s.z);
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
