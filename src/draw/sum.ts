import { fixed } from "../kit/format.ts";
import { isSymbol, letterOf } from "../notation.ts";
import type { Pen } from "./picture.ts";

/** A number as it stands in a sum: two decimals, three where it is small, a dash where there is none. */
export const tell = (x: number) =>
  Number.isNaN(x) ? "–" : fixed(x, Math.abs(x) < 0.1 && x !== 0 ? 3 : 2);

/**
 * A line of an equation with its numbers. In the template `{id}` is a symbol and `#` the place of a number; the
 * function returned tells the numbers, in order, as `write` has them. A negative one that is not the first takes brackets.
 */
export function sum(pen: Pen, x: number, y: number, template: string, write = tell) {
  const text = pen.append("text").attr("class", "sum").attr("x", x).attr("y", y);
  const places: ((value: number) => void)[] = [];
  const pieces = template.split(/(\{\w+\}|#)/).filter((piece) => piece !== "");
  pieces.forEach((piece, k) => {
    const span = text.append("tspan");
    const id = piece.slice(1, -1);
    // A result, or a number that begins its side, a bracket or its place in a list, stands without brackets.
    const bare = /[=(,]$/.test(pieces[k - 1]?.trimEnd() ?? "=");
    if (piece === "#") {
      span.attr("class", "number");
      places.push((v) => span.text(v < 0 && !bare ? `(${write(v)})` : write(v)));
    } else if (isSymbol(id)) {
      span.attr("class", "letter").attr("data-symbol", id).text(letterOf(id));
    } else span.text(piece);
  });
  return (values: readonly number[]) => places.forEach((put, k) => put(values[k]!));
}
