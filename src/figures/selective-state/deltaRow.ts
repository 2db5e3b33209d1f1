import type { Box } from "../../draw/box.ts";
import { brief } from "../../draw/brief.ts";
import { letter, type Pen, stroke, tenth, write } from "../../draw/picture.ts";
import { barsOf } from "./bars.ts";
import { gateScale } from "./gateScale.ts";
import type { Columns, Frame } from "./layout.ts";

const TICKS = [0.1, 0.5, 1, 4];

/** Bars of Δ on an axis of 1 − e^−Δ. */
export function deltaRow(pen: Pen, f: Frame, title: string) {
  const name = letter(pen, "Deltat", 2, 0);
  const heading = write(pen, f.left, 0, "start", title);
  const axis = stroke(pen, "axis");
  const bars = stroke(pen, "sel-bar", "Deltat");
  const [numbers, ticks] = [pen.append("g"), pen.append("g")];
  return (delta: Float64Array, row: Box, cols: Columns) => {
    const y = gateScale(row);
    name.attr("y", row.cy + 6);
    heading.attr("y", row.top - 7);
    axis.attr("d", `M${row.left} ${row.bottom}H${row.right}`);
    bars.attr(
      "d",
      barsOf(row, cols, delta.length, (k) => y.of(delta[k]!)),
    );
    ticks
      .selectAll<SVGTextElement, number>("text")
      .data(f.narrow ? [] : TICKS)
      .join("text")
      .attr("class", "tick")
      .attr("text-anchor", "end")
      .attr("x", row.left - 5)
      .attr("y", (d) => tenth(y.of(d) + 4))
      .text(String);
    const roomy = cols.size >= 27;
    numbers
      .selectAll<SVGTextElement, number>("text")
      .data(Array.from(delta.keys()).filter((k) => roomy && delta[k]! >= (f.narrow ? 0.5 : 0.015)))
      .join("text")
      .attr("class", "tick sel-number")
      .attr("text-anchor", "middle")
      .attr("x", (k) => tenth(cols.x(k)))
      // Over its knob, or under it at the top of the row.
      .attr("y", (k) => tenth(y.of(delta[k]!) - (y.of(delta[k]!) - row.top > 14 ? 8 : -17)))
      .text((k) => brief(delta[k]!, f.narrow ? 3 : 4));
  };
}
