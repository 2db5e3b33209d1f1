import type { SymbolId } from "../notation.ts";
import type { Box } from "./box.ts";
import { stroke, write, type Anchor, type Into, type Pen } from "./picture.ts";

/** A number beside an axis. */
export interface Tick {
  readonly x: number;
  readonly y: number;
  readonly text: string | number;
  readonly anchor: Anchor;
}

/** Under a box at x; beside it, to the left, at y. */
export const below = (
  b: Box,
  x: number,
  text: string | number,
  anchor: Anchor = "middle",
): Tick => ({
  x,
  y: b.bottom + 16,
  text,
  anchor,
});
export const beside = (b: Box, y: number, text: string | number): Tick => ({
  x: b.left - 6,
  y: y + 4,
  text,
  anchor: "end",
});

/** Numbers along axes, as many as there are now. */
export function ticks(pen: Pen, look = "tick"): (list: readonly Tick[]) => void {
  const g = pen.append("g");
  return (list) =>
    void g
      .selectAll<SVGTextElement, Tick>("text")
      .data(list)
      .join("text")
      .attr("class", look)
      .attr("x", (d) => d.x.toFixed(1))
      .attr("y", (d) => d.y.toFixed(1))
      .attr("text-anchor", (d) => (d.anchor === "start" ? null : d.anchor))
      .text((d) => d.text);
}

/** The line of zero, or the foot of a plot. */
export const rule = (pen: Into, { left, right }: Box, y: number, symbol?: SymbolId) =>
  stroke(pen, "axis", symbol).attr("d", `M${left} ${y}H${right}`);

/** A line across a plot with its number beside it. */
export function rung(pen: Into, b: Box, y: number, text: string | number) {
  rule(pen, b, y);
  return write(pen, b.left - 5, y + 4, "end", text);
}

/** Leading digits that leave little room unused. */
const LEADS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** A number rounded up to 1, 2 or 5 times a power of ten: the calm end of an axis. */
export const calm = (x: number): number => up(x, [1, 2, 5, 10]);

/** A number rounded up to a short one: the end of an axis that leaves little room unused. */
export const snug = (x: number): number => up(x, LEADS);

function up(x: number, leads: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(x));
  const lead = leads.find((m) => x <= 1.0001 * m * power) ?? 10;
  return Math.min(lead * power, Number.MAX_VALUE);
}
