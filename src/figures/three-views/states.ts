import type { Box } from "../../draw/box.ts";
import { linear, type Pen, reach, stroke, write } from "../../draw/picture.ts";
import { fixed } from "../../kit/format.ts";
import type { SymbolId } from "../../notation.ts";

/** Up to so many numbers are also written out. */
const WRITTEN = 4;

/** N numbers as bars about a zero line, under a title. */
export function bars(pen: Pen, box: Box, symbol: SymbolId, title: string) {
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", symbol);
  stroke(g, "axis").attr("d", `M${box.left} ${box.cy}H${box.right}`);
  write(g, box.left, box.top - 8, "start", title);
  const body = stroke(g, "bars");
  const numbers = g.append("g");
  return (v: Float64Array, most = reach(1e-9, v)) => {
    const N = v.length;
    const x = linear(-0.5, N - 0.5, box.left, box.right);
    const y = linear(-most, most, box.bottom, box.top);
    const width = Math.max(1, Math.min(14, (0.7 * box.width) / N));
    // Where two numbers have no room side by side, every second one stands a line lower.
    const crowded = box.width / N < 36;
    let d = "";
    v.forEach((value, n) => {
      d += `M${x(n).toFixed(1)} ${box.cy}V${y(value).toFixed(1)}`;
    });
    body.attr("d", d).attr("stroke-width", width.toFixed(1));
    numbers
      .selectAll<SVGTextElement, number>("text")
      .data(N <= WRITTEN ? Array.from(v) : [])
      .join("text")
      .attr("class", "value halo")
      .attr("x", (_, n) => x(n))
      .attr("y", (_, n) => box.bottom + 15 + (crowded && n % 2 ? 14 : 0))
      .text((value) => fixed(value));
  };
}
