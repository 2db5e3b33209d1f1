import type { Box } from "../../draw/box.ts";
import { type Anchor, linear, type Pen, stroke, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { rms, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { directAt, readable, recallAt } from "./recall.ts";

/** Decades below the size of the signal that the axis shows. */
const DECADES = 4;

/** The error that is left when only the first n numbers are read, n = 1 … N, beside that of direct projection; both axes by ratio. */
export function errors(pen: Pen, box: Box, say: (word: Phrase) => string) {
  const top = box.top + 22;
  const low = box.bottom;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "uhat");
  const label = (x: number, y: number, anchor: Anchor, word = "") =>
    write(g, x, y, anchor, word, "tick halo");
  stroke(g, "axis").attr("d", grid(box, top, low));
  label(box.left, box.top + 11, "start", say("errors"));
  label(box.left - 5, top + 9, "end", "100 %");
  label(box.left - 5, top + (low - top) / 2 + 4, "end", "1 %");
  label(box.left, low + 14, "start", "1");
  const right = label(box.right, low + 14, "end");
  const best = stroke(g, "goal");
  const line = stroke(g, "line thin");
  const dot = g.append("circle").attr("class", "now").attr("r", 4.5);
  const value = label(box.right, 0, "end");

  return ({ result: r, values: v, t }: Moment<Setting, Run>) => {
    const told = readable(r, t) ? recallAt(r, t) : undefined;
    const aim = v.direct ? directAt(r, t) : undefined;
    const size = told ? rms(r.u.subarray(told.from, told.to + 1)) : 0;
    const shown = told !== undefined && size > 0;
    const log = Math.log(Math.max(2, v.N));
    const across = linear(0, log, box.left, box.right);
    const x = (n: number) => across(Math.log(n));
    const y = (error: number) => {
      const decades = Math.log10(size / Math.max(error, 1e-300));
      return top + (low - top) * Math.max(-0.06, Math.min(1, decades / DECADES));
    };
    line.attr("d", shown ? byCount(told.byN, x, y) : "");
    best.attr("d", shown && aim ? byCount(aim.byN, x, y) : "");
    dot.attr("display", shown ? null : "none");
    right.text(`n = ${v.N}`);
    const [px, py] = [x(v.N), shown ? y(told.error) : low];
    dot.attr("cx", px).attr("cy", py);
    const above = py - top > 24;
    value
      .attr("x", v.N === 1 ? px + 10 : box.right)
      .attr("text-anchor", v.N === 1 ? "start" : "end")
      .attr("y", above ? py - 9 : py + 19)
      .text(shown ? `${format((100 * told.error) / size, 2)} %` : "");
  };
}

function byCount(byN: Float64Array, x: (n: number) => number, y: (e: number) => number): string {
  let d = "";
  byN.forEach((e, n) => (d += `${d ? "L" : "M"}${x(n + 1).toFixed(1)} ${y(e).toFixed(1)}`));
  return d;
}

function grid({ left, right }: Box, top: number, low: number): string {
  let d = "";
  for (let k = 0; k <= DECADES; k++) d += `M${left} ${top + ((low - top) * k) / DECADES}H${right}`;
  return d;
}
