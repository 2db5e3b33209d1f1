import { linesOf } from "../../draw/text.ts";
import type { Box } from "../../draw/box.ts";
import { type Pen, write } from "../../draw/picture.ts";
import { cellOf, type Run } from "./compute.ts";
import { formulaOf } from "./formula.ts";
import type { Setting } from "./params.ts";

type Say = (word: "below" | "diagonal" | "above" | "pulls" | "decays" | "both") => string;

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** Beside the matrix: where the cell stands, its rule in letters and in numbers, and what it does. */
export function explain(pen: Pen, { left, top, width }: Place, box: Box, say: Say) {
  const line = (y: number, name: string) => write(pen, left, y, "start", "", name);
  const where = line(top, "tick");
  const rule = line(top + 34, "formula").attr("data-symbol", "A");
  const numbers = line(top + 62, "formula plain");
  const does = [line(top + 98, "tick"), line(top + 116, "tick")];
  const row = pen.append("text").attr("class", "tick").attr("text-anchor", "end");
  const col = pen.append("text").attr("class", "tick").attr("text-anchor", "middle");

  return (r: Run, v: Setting) => {
    const at = cellOf(r, v);
    const side = at.row > at.col ? "below" : at.row === at.col ? "diagonal" : "above";
    where.text(`n = ${at.row}, k = ${at.col}: ${say(side)}`);
    const formula = formulaOf(r, v);
    rule.text(formula.rule);
    numbers.text(formula.numbers);
    const meaning = v.view === "sum" ? "both" : side === "diagonal" ? "decays" : "pulls";
    const lines = linesOf(say(meaning), width, width > 300 ? 13.5 : 12);
    does.forEach((text, i) => text.text(lines[i] ?? ""));
    const [w, h] = [box.width / v.N, box.height / v.N];
    row.attr("x", box.left - 6).attr("y", box.top + (at.row + 0.5) * h + 4);
    row.text(String(at.row));
    col
      .attr("x", Math.max(box.left + (v.view === "sum" ? 88 : 30), box.left + (at.col + 0.5) * w))
      .attr("y", box.top - 8);
    col.text(String(at.col));
  };
}
