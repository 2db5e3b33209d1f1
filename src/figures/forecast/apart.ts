import type { Box } from "../../draw/box.ts";
import { seriesScales } from "../../draw/series.ts";
import { area } from "../../draw/area.ts";
import { linear, type Pen, stroke, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { broken } from "../../draw/broken.ts";
import { drawn } from "./scales.ts";

export interface PartWords {
  readonly level: string;
  readonly slope: string;
  readonly season: string;
  readonly rest: string;
  readonly logs: string;
}

/** A row's upper edge is for its name. */
const NAME = 14;

const names = ["level", "slope", "season", "rest"] as const;

/** The series taken apart: level, slope, season and what is left, one row each, all in the scale that is modelled. */
export function apart(pen: Pen, box: Box, words: PartWords) {
  const rows = names.map((name) => {
    const g = pen.append("g").attr("data-symbol", name === "rest" ? "n" : "hsmooth");
    const axis = stroke(g, "axis");
    const band = stroke(g, "share");
    const line = stroke(g, "line thin");
    const word = g
      .append("text")
      .attr("class", "tick halo")
      .attr("x", box.left + 4)
      .text(words[name]);
    const ends = [0, 1].map(() =>
      g
        .append("text")
        .attr("class", "tick")
        .attr("x", box.left - 6)
        .attr("text-anchor", "end"),
    );
    return { name, g, axis, band, line, word, ends };
  });
  const logs = write(pen, box.right, box.top + 12, "end");
  return ({ result: r, values: v }: Moment<Setting, Run>) => {
    const series = drawn(r, v);
    const { x: scale } = seriesScales(series, box);
    const x = (t: number) => (t < series.from ? NaN : scale(t));
    const found = r.apart;
    const shown = rows.filter(({ name }) => found?.[name]);
    const height = (box.bottom - box.top) / Math.max(1, shown.length);
    // What is zero but for rounding is drawn as zero.
    const floor = found ? 1e-6 * Math.max(...found.signal.map((x) => Math.abs(x))) : 0;
    logs.text(v.log && found ? words.logs : "");
    for (const { g } of rows) g.attr("display", "none");
    shown.forEach(({ name, g, axis, band, line, word, ends }, k) => {
      const series = found![name]!;
      const [top, bottom] = [box.top + k * height + NAME, box.top + (k + 1) * height - 2];
      const [low, high] = rangeOf(series, name === "level" ? undefined : floor);
      const y = linear(low, high, bottom, top);
      g.attr("display", null);
      axis.attr(
        "d",
        `M${box.left} ${(low < 0 && high > 0 ? y(0) : bottom).toFixed(1)}H${box.right}`,
      );
      line.attr("d", broken(series, x, y));
      const cut = (value: number) => Math.min(bottom, Math.max(top, y(value)));
      const edge = (sign: number) => (t: number) => cut(series[t]! + sign * 2 * found!.levelSd[t]!);
      band.attr("d", name === "level" ? area(x, edge(1), edge(-1), 0, series.length - 1) : "");
      word.attr("y", top - 2);
      ends[0]!.attr("y", top + 6).text(high === floor ? "0" : short(high));
      ends[1]!.attr("y", bottom).text(height > 44 && high !== floor ? short(low) : "");
    });
  };
}

/** The reach of a row; evenly about zero, and at least so far, where zero is its middle. */
function rangeOf(v: Float64Array, floor: number | undefined): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const x of v) {
    if (x < low) low = x;
    if (x > high) high = x;
  }
  if (floor !== undefined) {
    const most = 1.5 * Math.max(Math.abs(low), Math.abs(high));
    return most > floor ? [-most, most] : [-floor, floor];
  }
  const room = 0.1 * (high - low) || Math.abs(high) || 1;
  return [low - room, high + room];
}

/** In the room of a few digits. */
const short = (x: number) => format(x, Math.abs(x) < 0.01 ? 1 : 2);
