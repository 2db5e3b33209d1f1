import type { Selection } from "d3";
import { format } from "../kit/format.ts";
import { letterOf, type SymbolId } from "../notation.ts";

/** A piece of a line: plain text, a symbol's letter, or a number in a symbol's colour. */
export type Piece = string | { readonly id: SymbolId; readonly text?: string };

export const symbol = (id: SymbolId): Piece => ({ id });

/** A number in its symbol's colour; in brackets where it is negative and stands after another. */
export const numeral = (id: SymbolId, x: number, bracket = false): Piece => ({
  id,
  text: bracket && x < 0 ? `(${format(x)})` : format(x),
});

/** What a line says, without the letters of its symbols. */
export const plainOf = (line: readonly Piece[]): string =>
  line.map((x) => (typeof x === "string" ? x : x.text)).join("");

/** Writes a line into a text. */
export function tellPieces(
  text: Selection<SVGTextElement, unknown, null, undefined>,
  line: readonly Piece[],
): void {
  text
    .selectAll<SVGTSpanElement, Piece>("tspan")
    .data([...line])
    .join("tspan")
    .attr("data-symbol", (x) => (typeof x === "string" ? null : x.id))
    .attr("class", (x) => (typeof x === "string" ? "" : x.text === undefined ? "letter" : "number"))
    .text((x) => (typeof x === "string" ? x : (x.text ?? letterOf(x.id))));
}
