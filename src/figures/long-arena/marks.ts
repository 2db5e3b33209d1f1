import { brush, type Pen, stroke } from "../../draw/picture.ts";
import { chanceOf, type Run } from "./compute.ts";
import type { Column } from "./header.ts";
import type { Layout } from "./layout.ts";
import type { Phrase } from "./phrases.ts";

/** A mark for each family, from its centre on: told apart without colour. */
const shapes: Readonly<Record<string, string>> = {
  ssm: "m-4.6 0a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0 -9.2 0z",
  attention: "m-3.8 -3.8h7.6v7.6h-7.6z",
  other: "m0 -5l5 5l-5 5l-5 -5z",
  cross: "m-3.6 -3.6l7.2 7.2m-7.2 0l7.2 -7.2",
};

/** The dots of all rows, and over them those of the one in focus. */
export function dots(pen: Pen) {
  const layer = brush(pen);
  const above = layer("above", "h");
  const others = layer("mark", "y");
  const spaces = layer("mark space", "h");
  const failures = layer("miss", "y");
  const focus = layer("mark focus", "h");
  const missed = layer("miss focus", "h");
  return (
    rows: Run["rows"],
    chosen: Run["focus"],
    shown: readonly Column[],
    y: (i: number) => number,
  ) => {
    const at = y(rows.indexOf(chosen)).toFixed(1);
    above.attr(
      "d",
      shown
        .map(({ column, x }) => {
          const from = x(chanceOf(column));
          return `M${from.toFixed(1)} ${at}H${x(chosen.values[column]!).toFixed(1)}`;
        })
        .join(""),
    );
    const d = { others: "", spaces: "", failures: "", focus: "", missed: "" };
    rows.forEach((row, i) => {
      const { family } = row.model;
      if (family === "none") return; // the line of chance is already there
      for (const { column, x } of shown) {
        const at = `M${x(row.values[column]!).toFixed(1)} ${y(i).toFixed(1)}`;
        const mark = at + shapes[row.failed[column] ? "cross" : family]!;
        if (row.failed[column]) d[row === chosen ? "missed" : "failures"] += mark;
        else if (row === chosen) d.focus += mark;
        else d[family === "ssm" ? "spaces" : "others"] += mark;
      }
    });
    others.attr("d", d.others);
    spaces.attr("d", d.spaces);
    failures.attr("d", d.failures);
    focus.attr("d", d.focus);
    missed.attr("d", d.missed);
  };
}

/** Which mark is which family. */
export function markKey(pen: Pen, layout: Layout, say: (word: Phrase) => string): void {
  const words = [
    ["ssm", "ssm", "mark space"],
    ["attention", "attention", "mark"],
    ["other", "other", "mark"],
    ["cross", "guess", "miss"],
  ] as const;
  const width = layout.compact ? [12, 110, 196, 268] : [164, 262, 350, 430];
  words.forEach(([shape, word, look], k) => {
    const g = pen.append("g").attr("transform", `translate(${width[k]},${layout.key})`);
    stroke(g, look, shape === "ssm" ? "h" : "y").attr("d", `M0 -4${shapes[shape]}`);
    g.append("text").attr("class", "tick").attr("x", 10).text(say(word));
  });
}
