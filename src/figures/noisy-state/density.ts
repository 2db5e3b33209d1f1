import { grown } from "../../draw/box.ts";
import { clipped } from "../../draw/framed.ts";
import { type Pen, stroke, tenth } from "../../draw/picture.ts";
import type { Run } from "./compute.ts";
import { place, type Layout } from "./layout.ts";
import type { Setting } from "./params.ts";

const POINTS = 24;

/** At the playhead, on its side: how likely each value is, and where the shown paths really are. */
export function density(pen: Pen, layout: Layout, which: "h" | "y") {
  const [left, right] = layout.density;
  const { from, to } = place(layout.frame, which);
  const room = grown({ left, right, top: from, bottom: to }, 4, layout.frame.gap - 2);
  const g = clipped(pen, room, `noisy-density-${left}-${from}`).attr("data-symbol", which);
  const area = stroke(g, "share");
  const edge = stroke(g, "line thin");
  const marks = stroke(g, "stem");
  return (r: Run, v: Setting, t: number, y: (value: number) => number) => {
    const mean = between(r.mean, t);
    const deviation = Math.sqrt(between(which === "h" ? r.P : r.Py, t));
    const bell = bellOf(mean, deviation, left, right, y);
    edge.attr("d", bell);
    area.attr("d", `${bell}Z`);
    let d = "";
    for (const path of r.paths.slice(0, v.paths))
      d += `M${left} ${tenth(y(between(path[which], t)))}h7`;
    marks.attr("d", d);
  };
}

/** A bell of three deviations to each side, as wide as its place; a line where nothing is uncertain. */
function bellOf(
  mean: number,
  deviation: number,
  left: number,
  right: number,
  y: (value: number) => number,
): string {
  if (deviation === 0) return `M${left} ${tenth(y(mean))}H${right}`;
  let d = "";
  for (let i = -POINTS; i <= POINTS; i++) {
    const z = (3 * i) / POINTS;
    const across = left + (right - left) * Math.exp(-0.5 * z * z);
    d += `${d ? "L" : "M"}${tenth(across)} ${tenth(y(mean + z * deviation))}`;
  }
  return d;
}

/** A series between two steps: the straight line from one to the next. */
function between(v: Float64Array, t: number): number {
  const from = Math.min(v.length - 1, Math.floor(t));
  const to = Math.min(v.length - 1, from + 1);
  return v[from]! + (t - from) * (v[to]! - v[from]!);
}
