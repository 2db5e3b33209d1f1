import { format } from "../kit/format.ts";
import type { SymbolId } from "../notation.ts";
import type { Box } from "./box.ts";
import { reach, stroke, write, type Anchor, type Into, type Pen } from "./picture.ts";

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

/** The end of an axis in the room of a few digits: 20, 0.5, 10⁷, −2·10⁻⁹. */
export const scaleEnd = (x: number): string => {
  const size = Math.abs(x);
  if (size < 1e5 && (size >= 1e-4 || x === 0)) return String(+x.toPrecision(3)).replace("-", "−");
  return format(x, 1).replace("1·10", "10");
};

/** A number rounded up to 1, 2 or 5 times a power of ten: the calm end of an axis. */
export const calm = (x: number): number => up(x, [1, 2, 5, 10]);

/** A number rounded up to a short one: the end of an axis that leaves little room unused. */
export const snug = (x: number): number => up(x, LEADS);

function up(x: number, leads: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(x));
  const lead = leads.find((m) => x <= 1.0001 * m * power) ?? 10;
  return Math.min(lead * power, Number.MAX_VALUE);
}

/** A whole run may be so many times larger than what is seen of it before its axis grows with what is seen. */
const FLAT = 20;

/**
 * The calm end of an axis for series seen up to step t: that of the whole series, which holds still while t moves; but where
 * this would press what is seen flat, an end that grows with it, ten times at once.
 */
export function endAt(t: number, ...series: ArrayLike<number>[]): number {
  const whole = calm(reach(1e-9, ...series));
  const first = series.map((v) => Array.prototype.find.call(v, (x: number) => x !== 0) ?? 0);
  const seen = reach(0, ...series.map((v) => Array.prototype.slice.call(v, 0, t + 1)), first);
  if (!(seen > 0) || whole <= FLAT * seen) return whole;
  return Math.min(whole, 10 ** Math.ceil(Math.log10(seen) - 1e-9));
}
