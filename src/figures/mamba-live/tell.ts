import { p, type Pen } from "../../draw/picture.ts";

/** A word at a place. */
export interface Word {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly look: string;
}

/** Words at their places, as many as there are now. */
export function tell(pen: Pen, words: readonly Word[]): void {
  pen
    .selectAll<SVGTextElement, Word>("text")
    .data(words.filter(({ text }) => text !== ""))
    .join("text")
    .attr("class", ({ look }) => look)
    .attr("x", ({ x }) => p(x))
    .attr("y", ({ y }) => p(y))
    .attr("text-anchor", ({ anchor }) => (anchor === "start" ? null : anchor))
    .text(({ text }) => text);
}
