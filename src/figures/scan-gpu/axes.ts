import { type Tick, ticks } from "../../draw/axis.ts";
import { type Anchor, type Pen, stroke, write } from "../../draw/picture.ts";
import { LEAST } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Scales } from "./scales.ts";
import { decade, powerOf } from "../../kit/units.ts";

/** Grid lines and numbers of both plots, and their titles. */
export function axes(pen: Pen, at: Layout, words: { error: string; length: string }) {
  const grid = stroke(pen, "axis");
  const edge = stroke(pen, "axis strong");
  const drawTicks = ticks(pen);
  const title = (x: number, y: number, anchor: Anchor) =>
    write(pen, x, y, anchor, "", "tick axis-title");
  const upper = title(at.left, at.top - 9, "start");
  title(at.left, at.errorTop - 9, "start").text(words.error);
  title(at.right, at.errorBottom + 34, "end").text(words.length);
  return (s: Scales, v: Setting, name: string) => {
    upper.text(name);
    const lengths = Array.from({ length: v.most - LEAST + 1 }, (_, k) => LEAST + k);
    const rows = Array.from({ length: s.high - s.low + 1 }, (_, k) => s.low + k);
    const step = rows.length > 6 ? 2 : 1;
    const errors = [-9, -7, -5];
    grid.attr(
      "d",
      [
        ...rows.map((p) => `M${at.left} ${s.y(10 ** p).toFixed(1)}H${at.right}`),
        ...errors.map((p) => `M${at.left} ${s.error(10 ** p).toFixed(1)}H${at.right}`),
      ].join(""),
    );
    edge.attr("d", `M${at.left} ${at.bottom}H${at.right}M${at.left} ${at.errorBottom}H${at.right}`);
    const side = (text: string, y: number): Tick => ({
      text,
      x: at.left - 7,
      y: y + 4,
      anchor: "end",
    });
    const below = lengths.filter((p) => p % 2 === 0);
    const list: Tick[] = [
      ...rows
        .filter((_, k) => k % step === 0)
        .map((p) => side(decade(p, v.plot === "time"), s.y(10 ** p))),
      ...errors.map((p) => side(powerOf(10, p), s.error(10 ** p))),
      ...below.map((p): Tick => ({
        text: powerOf(2, p),
        x: s.x(2 ** p),
        y: at.errorBottom + 17,
        anchor: "middle",
      })),
    ];
    drawTicks(list);
  };
}
