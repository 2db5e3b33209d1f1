import { snug } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { heatMap } from "../../draw/heatMap.ts";
import { plate, reach, stroke, write, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { deltaOf, heardAt, lastRead, type Run } from "./compute.ts";
import { inked } from "./ink.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { stepsOf } from "./orders.ts";
import { FULL, PIXELS, SIDE } from "./sheet.ts";

type Say = (word: Phrase) => string;
/** Steps of which the way over the sheet is drawn. */
const TRAIL = 10;

/** Side by side over the same cells: the sheet as far as it is read, Δ of one channel, and what its state still hears. */
export function maps(pen: Pen, layout: Layout, say: Say, narrow: boolean) {
  const drawSheet = sheet(pen, layout.sheet);
  const [drawDelta, drawHeard] = [
    map(pen, layout.delta, layout, say, Infinity), // of one sign
    map(pen, layout.heard, layout, say, 0.1),
  ];
  const name = (at: Box) => write(pen, at.left, layout.names, "start", "", "tick strong");
  const names = [layout.sheet, layout.delta, layout.heard].map(name);
  return (moment: Moment<Setting, Run>) => {
    const { result: r, values: v } = moment;
    const now = lastRead(moment.t);
    const titled = say(narrow ? "shortDelta" : "deltaMap")
      .replace("{layer}", String(v.layer))
      .replace("{channel}", String(v.channel));
    const titles = [say("sheet"), titled, say(narrow ? "shortHeard" : "heardMap")];
    names.forEach((text, k) => text.text(titles[k]!));
    drawSheet(r, now);
    const delta = deltaOf(r, v);
    drawDelta(r, now, delta?.subarray(0, now + 1), delta && reach(1e-6, delta));
    drawHeard(r, now, heardAt(r, v, now));
  };
}

function sheet(pen: Pen, at: Box) {
  const g = pen.append("g").attr("class", "sheet").attr("data-symbol", "u");
  const levels = (look: string) => {
    const part = g.append("g").attr("class", look);
    return Array.from({ length: FULL }, (_, k) =>
      stroke(part, "ink").attr("opacity", ((k + 1) / FULL).toFixed(2)),
    );
  };
  const [unread, read] = [levels("unread"), levels("read")];
  plate(pen, "sheet-edge", at);
  const trail = stroke(pen, "wire thin");
  const ring = pen.append("rect").attr("class", "pixel-now");
  const cell = at.width / SIDE;
  for (const edge of ["width", "height"]) ring.attr(edge, cell.toFixed(2));
  const middle = (pixel: number) =>
    `${(at.left + ((pixel % SIDE) + 0.5) * cell).toFixed(1)} ${(at.top + (Math.floor(pixel / SIDE) + 0.5) * cell).toFixed(1)}`;
  return ({ sheet: ink, order }: Run, now: number) => {
    const steps = stepsOf(order);
    inked(ink, at, (pixel) => steps[pixel]! <= now).forEach((d, k) => read[k]!.attr("d", d));
    inked(ink, at, (pixel) => steps[pixel]! > now).forEach((d, k) => unread[k]!.attr("d", d));
    const pixel = order[now];
    ring.attr("display", pixel === undefined ? "none" : null);
    if (pixel === undefined) return void trail.attr("d", "");
    ring
      .attr("x", (at.left + (pixel % SIDE) * cell).toFixed(2))
      .attr("y", (at.top + Math.floor(pixel / SIDE) * cell).toFixed(2));
    return void trail.attr("d", way(order, now, middle));
  };
}

/** The last steps before the present one; a jump to another line is no stroke. */
function way(order: Uint8Array, now: number, middle: (pixel: number) => string): string {
  let d = "";
  for (let t = Math.max(0, now - TRAIL); t < now; t++) {
    const [a, b] = [order[t]!, order[t + 1]!];
    const near =
      Math.abs((a % SIDE) - (b % SIDE)) + Math.abs(Math.floor(a / SIDE) - Math.floor(b / SIDE)) ===
      1;
    d += near ? `M${middle(a)}L${middle(b)}` : "";
  }
  return d;
}

/** Numbers by steps on the cells where they were read; what full colour stands for is written below. */
function map(pen: Pen, at: Box, { scales }: Layout, say: Say, marked: number) {
  const draw = heatMap(pen, at);
  const scale = write(pen, at.left, scales);
  return ({ order }: Run, now: number, values: Float64Array | undefined, most?: number) => {
    const data = new Float64Array(PIXELS);
    values?.forEach((x, step) => (data[order[step]!] = x));
    const top = most ?? snug(reach(1e-9, data));
    const pixel = order[now];
    const chosen =
      pixel === undefined ? undefined : { row: Math.floor(pixel / SIDE), col: pixel % SIDE };
    draw({ rows: SIDE, cols: SIDE, data }, { most: top, chosen, marked });
    scale.text(values ? `${say("full")} ${format(top, 2)}` : say("none"));
  };
}
