import { middles, reconstruct } from "../../models/hippo.ts";
import { brush, curve, letter, linear, type Pen, reach } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { at, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

export interface Place {
  readonly left: number;
  readonly right: number;
  /** Upper edges of the two rows. */
  readonly tops: readonly [number, number];
  readonly height: number;
}

type Say = (word: "normal" | "played" | "memory" | "window") => string;

/** Time across the picture, in steps at normal speed: as long as the slower of the two. */
export const clock = (place: Place, r: Run) =>
  linear(0, r.u.length * Math.max(1, 1 / r.speed), place.left, place.right);

/** Each row's own pace: steps of the signal that pass in one step of time. */
export const paces = (r: Run) => [1, r.speed] as const;

/** The signal at normal speed and as it is played, on one clock, with what LegS remembers and what LegT's window covers. */
export function rows(pen: Pen, place: Place, say: Say) {
  const each = place.tops.map((top, k) => row(pen, place, top, say(k === 0 ? "normal" : "played")));
  const label = pen.append("text").attr("class", "tick halo").attr("text-anchor", "end");
  label
    .attr("x", place.right)
    .attr("y", place.tops[1] + place.height + 15)
    .text(say("memory"));
  label.attr("data-symbol", "uhat");
  const words = say("window");
  return ({ result: r, values: v, t }: Moment<Setting, Run>) => {
    const x = clock(place, r);
    const most = reach(1e-9, r.u) * 1.25;
    each.forEach((draw, k) =>
      draw(r, v, t, x, paces(r)[k]!, most, k === 0 ? r.legs.normal : r.legs.played, words),
    );
  };
}

function row(pen: Pen, { left, right, height }: Place, top: number, title: string) {
  const zero = top + height / 2;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "u");
  const path = brush(g);
  const window = g.append("rect").attr("class", "window").attr("y", top).attr("height", height);
  path("axis").attr("d", `M${left} ${zero}H${right}`);
  const later = path("line thin later");
  const past = path("line band");
  const memory = path("line thin", "uhat");
  const cursor = path("cursor");
  const text = (anchor: string) =>
    g.append("text").attr("class", "tick halo").attr("text-anchor", anchor);
  const name = text("start")
    .attr("x", left)
    .attr("y", top - 5);
  const held = text("middle").attr("y", top + height - 6);
  letter(g, "u", 2, zero + 6);
  return (
    r: Run,
    v: Setting,
    t: number,
    x: (time: number) => number,
    pace: number,
    most: number,
    numbers: Float64Array,
    words: string,
  ) => {
    const now = Math.floor(t);
    const over = (i: number) => x((i + 0.5) / pace);
    const y = (value: number) =>
      zero - (Math.max(-most, Math.min(most, value)) / most) * (height / 2 - 2);
    const time = (now + 1) / pace;
    later.attr("d", curve(r.u, over, y, now));
    past.attr("d", curve(r.u, over, y, 0, now));
    memory.attr("d", curve(reconstruct(at(numbers, r, t), middles(now + 1)), over, y));
    cursor.attr("d", `M${x(time).toFixed(1)} ${top}v${height}`);
    const from = Math.max(0, time - v.theta);
    const wide = x(time) - x(from);
    window.attr("x", x(from)).attr("width", wide);
    held.attr("x", (x(from) + x(time)) / 2).text(wide > 100 ? words : "");
    name.text(pace === 1 && r.speed !== 1 ? title : `${title}: ${format(pace)}×`);
  };
}
