import { select, type Selection } from "d3";
import { format } from "../kit/format.ts";
import { letterOf, type SymbolId } from "../notation.ts";

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
export function letter(pen: Pen, id: SymbolId, x: number, y: number, subscript = "") {
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

/** A number rounded up to 1, 2 or 5 times a power of ten: the calm end of an axis. */
export function calm(x: number): number {
  const power = 10 ** Math.floor(Math.log10(x));
  const lead = x / power;
  return (lead <= 1.0001 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
}

const p = (x: number) => Math.round(x * 100) / 100;

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

/** Tick text at a place. */
export function tick(
  pen: Pen,
  x: number,
  y: number,
  value: number,
  anchor: "start" | "middle" | "end",
) {
  return pen
    .append("text")
    .attr("class", "tick")
    .attr("x", x)
    .attr("y", y)
    .attr("text-anchor", anchor)
    .text(format(value, 3));
}
