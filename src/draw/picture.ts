import { select, type Selection } from "d3";
import { format } from "../kit/format.ts";
import { letterOf, type SymbolId } from "../notation.ts";
import type { Area } from "./box.ts";

export type Pen = Selection<SVGGElement, unknown, null, undefined>;
export type Root = Selection<SVGSVGElement, unknown, null, undefined>;

/** An SVG of width × height units that fills its column; parts that say nothing to a screen reader go into `mute`. */
export function picture(host: Element, width: number, height: number, label: string) {
  const svg: Root = select(host)
    .append("svg")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("role", "group")
    .attr("aria-label", label);
  svg
    .append("defs")
    .append("marker")
    .attr("id", "arrow")
    .attr("viewBox", "0 0 8 8")
    .attr("refX", 6)
    .attr("refY", 4)
    .attr("markerWidth", 10)
    .attr("markerHeight", 10)
    .attr("markerUnits", "userSpaceOnUse")
    .attr("orient", "auto")
    .append("path")
    .attr("class", "arrow-head")
    .attr("d", "M0 0L8 4L0 8z");
  const mute: Pen = svg.append("g").attr("aria-hidden", "true");
  return { svg, mute, width, height };
}

/** A symbol's letter, upright subscript where given, in its colour. */
export function letter(pen: Into, id: SymbolId, x: number, y: number, subscript = "") {
  const text = pen
    .append("text")
    .attr("class", "letter")
    .attr("data-symbol", id)
    .attr("x", x)
    .attr("y", y)
    .text(letterOf(id));
  if (subscript) text.append("tspan").attr("class", "sub").attr("dy", "0.28em").text(subscript);
  return text;
}

export type Anchor = "start" | "middle" | "end";
/** What elements are put into: the muted group, a grip, the whole picture. */
export type Into = Pick<Pen, "append">;

/** A path still to be drawn: its look, and the symbol whose colour it has. */
export const stroke = (pen: Into, look: string, symbol?: SymbolId | null) =>
  pen
    .append("path")
    .attr("class", look)
    .attr("data-symbol", symbol ?? null);

/** Paths into one group. */
export const brush = (pen: Into) => (look: string, symbol?: SymbolId | null) =>
  stroke(pen, look, symbol);

/** A word or a number at a place. */
export const write = (
  pen: Into,
  x: number,
  y: number,
  anchor: Anchor = "start",
  text: string | number = "",
  look = "tick",
) =>
  pen
    .append("text")
    .attr("class", look)
    .attr("x", x)
    .attr("y", y)
    .attr("text-anchor", anchor === "start" ? null : anchor)
    .text(typeof text === "number" ? format(text) : text);

/** A rectangle over an area. */
export const plate = (pen: Into, look: string, { left, top, width, height }: Area, rx?: number) =>
  pen
    .append<SVGGraphicsElement>("rect")
    .attr("class", look)
    .attr("x", left)
    .attr("y", top)
    .attr("width", width)
    .attr("height", height)
    .attr("rx", rx ?? null);

/** Where a curve stands now. */
export const spot = (pen: Into, symbol: SymbolId | null = null, r = 5) =>
  pen.append("circle").attr("class", "now").attr("data-symbol", symbol).attr("r", r);

/** A linear map that d3's scale would give, without its allocations in the drawing loop. */
export const linear = (d0: number, d1: number, r0: number, r1: number) => {
  const k = d1 === d0 ? 0 : (r1 - r0) / (d1 - d0);
  return (x: number) => r0 + (x - d0) * k;
};

/** Largest magnitude in several arrays, at least `floor`, so that scales never collapse. Non-finite entries do not count. */
export function reach(floor: number, ...arrays: ArrayLike<number>[]): number {
  let most = floor;
  for (const a of arrays)
    for (let i = 0; i < a.length; i++) {
      const x = Math.abs(a[i]!);
      if (x > most && x < Infinity) most = x;
    }
  return most;
}

/** A length of the picture as it is written: to a hundredth of a unit, or to a tenth. */
export const p = (x: number) => Math.round(x * 100) / 100;
export const tenth = (x: number) => Math.round(x * 10) / 10;

/** SVG path through points (x(i), y(v_i)) for from ≤ i ≤ to; stops at the first value that is not finite. */
export function curve(
  v: ArrayLike<number>,
  x: (i: number) => number,
  y: (v: number) => number,
  from = 0,
  to = v.length - 1,
): string {
  let d = "";
  for (let i = from; i <= to && Number.isFinite(v[i]); i++)
    d += `${d ? "L" : "M"}${p(x(i))} ${p(y(v[i]!))}`;
  return d;
}

/** Vertical stems from zero with a dot at the end of each, as one path (a zero-length stroke with a round cap is a dot). */
export function stems(
  v: ArrayLike<number>,
  x: (i: number) => number,
  y: (v: number) => number,
  from = 0,
  to = v.length - 1,
): { lines: string; dots: string } {
  const zero = p(y(0));
  let lines = "";
  let dots = "";
  for (let i = from; i <= to; i++) {
    if (!Number.isFinite(v[i])) continue;
    const px = p(x(i));
    const py = p(y(v[i]!));
    lines += `M${px} ${zero}V${py}`;
    dots += `M${px} ${py}h0`;
  }
  return { lines, dots };
}
