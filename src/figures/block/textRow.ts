import { p, plate, stroke, type Pen } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { placeOf, type Run } from "./compute.ts";
import { glyph } from "./detail.ts";
import type { Layout } from "./layout.ts";
import { SHAPE } from "./model.ts";
import type { Setting } from "./params.ts";

/** Left edge and width of the text's cells. */
export function cellsOf({ width, cell }: Layout, count: number) {
  const each = Math.min(cell, (width - 4) / count);
  return { left: (width - each * count) / 2, each };
}

/** The text: the character at the playhead, and what else its block hears now: four of them, or all before. */
export function textRow(pen: Pen, layout: Layout) {
  const letters = pen.append("g");
  const reach = stroke(pen, "block-reach");
  const now = plate(pen, "block-now", { left: 0, top: layout.text - 16, width: 0, height: 22 }, 3);
  return ({ result: r, values: v, t }: Moment<Setting, Run>) => {
    const { left, each } = cellsOf(layout, r.characters.length);
    const at = placeOf(r, t);
    letters
      .selectAll<SVGTextElement, string>("text")
      .data(r.characters)
      .join("text")
      .attr("class", (_, k) => (k > at ? "block-letter block-ahead" : "block-letter"))
      .attr("x", (_, k) => p(left + (k + 0.5) * each))
      .attr("y", layout.text)
      .attr("text-anchor", "middle")
      .text(glyph);
    const first = v.box === "conv" ? Math.max(0, at - SHAPE.taps + 1) : v.box === "scan" ? 0 : at;
    const [from, to] = [left + first * each, left + (at + 1) * each];
    reach.attr("d", `M${p(from + 2)} ${layout.text + 7}v4H${p(to - 2)}v-4`);
    now.attr("x", p(left + Math.min(t, r.characters.length - 1) * each)).attr("width", p(each));
  };
}
