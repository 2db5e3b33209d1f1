import { ticks } from "d3";
import { letter, type Pen } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import { FIRST_YEAR, nile, type Run, type Setting } from "./compute.ts";
import type { Scales } from "./flow.ts";
import type { Box } from "./layout.ts";

export interface Words {
  readonly level: string;
  readonly hindsight: string;
  readonly ahead: string;
}

/** Axis words: years or steps across, round values up. */
export function axes(g: Pen, box: Box) {
  g.append("path").attr("class", "axis").attr("d", `M${box.left} ${box.bottom}H${box.right}`);
  return (s: Scales, r: Run, v: Setting) => drawTicks(g, box, s, r, v);
}

function drawTicks(g: Pen, box: Box, s: Scales, r: Run, v: Setting): void {
  const first = v.series === nile ? FIRST_YEAR : 0;
  const last = r.y.length - 1 + v.h;
  const across = ticks(first, first + last, box.right - box.left > 400 ? 8 : 4)
    .filter(Number.isInteger)
    .map((x) => ({ x: s.x(x - first), y: box.bottom + 16, anchor: "middle", text: String(x) }));
  const up = (r.status === "empty" ? [] : ticks(s.low, s.high, 3)).map((x) => ({
    x: box.left - 6,
    y: s.y(x) + 4,
    anchor: "end",
    text: format(x, 4),
  }));
  g.selectAll<SVGTextElement, (typeof up)[number]>("text")
    .data([...across, ...up])
    .join("text")
    .attr("class", "tick")
    .attr("x", (d) => d.x.toFixed(1))
    .attr("y", (d) => d.y.toFixed(1))
    .attr("text-anchor", (d) => d.anchor)
    .text((d) => d.text);
}

/** What the lines are, above them. */
export function keyOf(pen: Pen, box: Box, words: Words) {
  const y = box.top - 12;
  const entry = (symbol: "hhat" | "hsmooth", x: number, kind: string, text: string) => {
    const g = pen.append("g").attr("data-symbol", symbol);
    g.append("path")
      .attr("class", kind)
      .attr("d", `M${x} ${y - 4}h20`);
    g.append("text")
      .attr("class", "tick")
      .attr("x", x + 26)
      .attr("y", y)
      .text(text);
    return g;
  };
  const narrow = box.right - box.left < 400;
  entry("hhat", box.left, "line", words.level);
  const after = entry("hsmooth", box.left + (narrow ? 108 : 170), "line dashed", words.hindsight);
  const ahead = pen
    .append("text")
    .attr("class", "tick")
    .attr("x", box.right)
    .attr("y", y)
    .attr("text-anchor", "end")
    .text(words.ahead);
  letter(pen, "y", 2, box.top + 16, "t");
  return (smooth: boolean) => {
    after.attr("display", smooth ? null : "none");
    ahead.attr("display", smooth && narrow ? "none" : null);
  };
}
