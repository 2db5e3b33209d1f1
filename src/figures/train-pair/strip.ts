import type { Box } from "../../draw/box.ts";
import { type Pen, tenth } from "../../draw/picture.ts";
import { BLANK } from "./sequence.ts";

const QUESTION = "?";

/** Letters, dots and the questions at the end, one cell a token; without letters where the cells are narrow. */
export function strip(pen: Pen, at: Box, letterWidth: number) {
  const g = pen.append("g").attr("class", "pair-strip");
  return (text: string, letters: number, chosen?: number) => {
    const signs = [...Array.from(text), ...Array.from({ length: letters }, () => QUESTION)];
    const width = at.width / signs.length;
    const cells = g
      .selectAll<SVGGElement, string>("g.token")
      .data(signs)
      .join((enter) => {
        const cell = enter.append("g");
        cell.append("rect");
        cell.append("text").attr("class", "value");
        return cell;
      })
      .attr("class", (sign, t) => `token ${kindOf(sign)}${t === chosen ? " present" : ""}`)
      .attr("data-symbol", (sign) => (sign === QUESTION ? "y" : "u"));
    cells
      .select("rect")
      .attr("x", (_, t) => tenth(at.left + t * width + 0.5))
      .attr("y", at.top)
      .attr("width", tenth(width - 1))
      .attr("height", at.height)
      .attr("rx", 2);
    cells
      .select("text")
      .attr("x", (_, t) => tenth(at.left + (t + 0.5) * width))
      .attr("y", at.cy + 4.5)
      .text((sign) => (sign === BLANK || width < letterWidth ? "" : sign.toUpperCase()));
  };
}

const kindOf = (sign: string) =>
  sign === BLANK ? "pair-blank" : sign === QUESTION ? "pair-asked" : "pair-letter";
