import { cellLines } from "../../draw/cellLines.ts";
import { type Pen, tenth } from "../../draw/picture.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./view.ts";

/** Height of a bracket. */
const LEVEL = 17;

type Example = NonNullable<Run["list"]>;

interface Cell {
  readonly character: string;
  readonly x: number;
  readonly wide: number;
  readonly line: number;
}
interface Bar {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly value: string;
  readonly state: string;
}

const size = (character: string) => (character.startsWith("[") ? 2 : 1);

/** Where each token stands, in lines as wide as the picture. */
function placed({ tokens }: Example, width: number, unit: number): Cell[] {
  const cells = tokens.map((character) => ({ character }));
  return cellLines(cells, Math.floor((width - 16) / unit), size).flatMap((line, row) => {
    let x = 10;
    return line.map(({ character }): Cell => {
      const wide = size(character) * unit;
      x += wide;
      return { character, x: x - wide, wide, line: row };
    });
  });
}

/** The stretch of each bracket in each line that it reaches over. */
function barsOf(
  { brackets }: Example,
  cells: readonly Cell[],
  top: (row: number) => number,
  read: number,
) {
  const deepest = Math.max(...brackets.map(({ level }) => level));
  return brackets.flatMap(({ open, close, level, value }): Bar[] => {
    const [from, to] = [cells[open]!, cells[close]!];
    return Array.from({ length: to.line - from.line + 1 }, (_, i) => {
      const row = from.line + i;
      const end = cells.findLast(({ line }) => line === row)!;
      const last = row === to.line;
      return {
        left: row === from.line ? from.x + 2 : 10,
        right: last ? to.x - 1 : end.x + end.wide,
        y: top(row) + 10 + (deepest - level) * LEVEL,
        value: last && close < read ? String(value) : "",
        state: close < read ? "closed" : open < read ? "open" : "later",
      };
    });
  });
}

/** The tokens in lines; under them a bar for each bracket from its opening to its close, where its value stands. */
export function list(pen: Pen, { width, type }: Layout) {
  const bars = pen.append("g");
  const tokens = pen.append("g");
  const unit = type + 8;
  return (example: Example, t: number) => {
    const cells = placed(example, width, unit);
    const levels = 1 + Math.max(...example.brackets.map(({ level }) => level));
    const top = (row: number) => 30 + row * (36 + LEVEL * levels);
    const read = Math.floor(t);
    tokens
      .selectAll<SVGTextElement, Cell>("text")
      .data(cells)
      .join("text")
      .attr("class", (_, k) => (k < read ? "value" : "value later"))
      .attr("x", ({ x, wide }) => tenth(x + wide / 2))
      .attr("y", ({ line }) => top(line))
      .text(({ character }) => character);
    const bar = bars
      .selectAll<SVGGElement, Bar>("g")
      .data(barsOf(example, cells, top, read))
      .join((enter) => {
        const fresh = enter.append("g");
        fresh.append("rect").attr("rx", 3).attr("height", 12);
        fresh.append("text").attr("class", "value bracket-value");
        return fresh;
      });
    bar
      .select("rect")
      .attr("class", ({ state }) => `bracket-bar ${state}`)
      .attr("x", ({ left }) => tenth(left))
      .attr("y", ({ y }) => y)
      .attr("width", ({ left, right }) => tenth(Math.max(0, right - left)));
    bar
      .select("text")
      .attr("x", ({ right }) => tenth(right + 1 + unit / 2))
      .attr("y", ({ y }) => y + 10)
      .text(({ value }) => value);
  };
}
