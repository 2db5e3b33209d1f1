import { linear, type Pen, stroke } from "../../draw/picture.ts";
import { chanceOf } from "./compute.ts";
import { tasks } from "./data.ts";
import type { Layout } from "./layout.ts";

export interface Column {
  /** 0 the average, then the tasks. */
  readonly column: number;
  readonly left: number;
  readonly right: number;
  /** Of a share in %. */
  readonly x: (percent: number) => number;
}

/** The k-th of n columns of the picture. */
export function columnAt({ left, right }: Layout, column: number, k: number, n: number): Column {
  const width = (right - left) / n;
  const [from, to] = [left + k * width, left + (k + 1) * width - 12];
  return { column, left: from, right: to, x: linear(0, 100, from + 3, to - 3) };
}

/** Five digits and more: thousands apart by a thin space. */
export const grouped = (x: number): string => String(x).replace(/^(\d{2})(\d{3})$/, "$1\u2009$2");

/** Names and lengths of the tasks, and a line for chance down each column. */
export function header(pen: Pen, layout: Layout, average: string) {
  const frames = stroke(pen, "column");
  const chance = stroke(pen, "goal");
  const names = pen.append("g");
  const lengths = pen.append("g");
  const ends = pen.append("g");
  const middle = ({ left, right }: Column) => (left + right) / 2;
  const line = (g: Pen, y: number, shown: readonly Column[]) =>
    g
      .selectAll<SVGTextElement, Column>("text")
      .data(shown)
      .join("text")
      .attr("class", "tick")
      .attr("x", middle)
      .attr("y", y)
      .attr("text-anchor", "middle");
  return (shown: readonly Column[], sort: number, end: number) => {
    frames.attr(
      "d",
      shown
        .flatMap(({ x }) =>
          [0, 100].map((p) => `M${x(p).toFixed(1)} ${layout.top}V${end.toFixed(1)}`),
        )
        .join(""),
    );
    chance.attr(
      "d",
      shown
        .map(
          ({ column, x }) => `M${x(chanceOf(column)).toFixed(1)} ${layout.top}V${end.toFixed(1)}`,
        )
        .join(""),
    );
    line(names, 15, shown)
      .attr("class", ({ column }) => (column === sort ? "tick strong" : "tick"))
      .text(({ column }) => `${tasks[column - 1]?.name ?? average}${column === sort ? " ↓" : ""}`);
    line(lengths, 31, shown).text(({ column }) =>
      column === 0 ? "%" : grouped(tasks[column - 1]!.length),
    );
    ends
      .selectAll<SVGTextElement, readonly [number, number]>("text")
      .data(shown.flatMap(({ x }) => [0, 100].map((p) => [x(p), p] as const)))
      .join("text")
      .attr("class", "tick")
      .attr("x", ([x]) => x)
      .attr("y", end + 14)
      .attr("text-anchor", ([, p]) => (p === 0 ? "start" : "end"))
      .text(([, p]) => p);
  };
}
