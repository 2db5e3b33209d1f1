import type { Box } from "../../draw/box.ts";
import { type Pen, tenth } from "../../draw/picture.ts";
import { widthOf } from "../../draw/text.ts";
import type { Columns } from "./layout.ts";
import { isBlank } from "./words.ts";

/** A token cut to the room there is. */
function fitted(token: string, room: number, size: number): string {
  if (widthOf(token, size) <= room) return token;
  const signs = Array.from(token);
  while (signs.length > 1 && widthOf(`${signs.join("")}…`, size) > room) signs.pop();
  return `${signs.join("")}…`;
}

/** The tokens over their columns, in two lines by turns where they are long; the present one stands out. */
export function tokenRow(pen: Pen, size: number) {
  const band = pen.append("rect").attr("class", "sel-now").attr("rx", 6);
  const g = pen.append("g");
  return (
    tokens: readonly string[],
    row: Box,
    foot: number,
    { x, size: column }: Columns,
    t: number,
  ) => {
    const now = Math.min(tokens.length - 1, Math.floor(t));
    const one = tokens.every((token) => widthOf(token, size) <= column - 2);
    band
      .attr("x", tenth(x(now) - column / 2))
      .attr("width", tenth(column))
      .attr("y", row.top)
      .attr("height", tenth(foot - row.top));
    g.selectAll<SVGTextElement, string>("text")
      .data([...tokens])
      .join("text")
      .attr(
        "class",
        (token, k) =>
          `value sel-token${isBlank(token) ? " blank" : ""}${k === now ? " present" : ""}`,
      )
      .attr("data-symbol", "u")
      .attr("x", (_, k) => tenth(x(k)))
      .attr("y", (_, k) => row.top + (one ? row.height / 2 + 5 : k % 2 === 0 ? 15 : row.height - 6))
      .text((token) => fitted(token, one ? column : 2 * column - 4, size));
  };
}
