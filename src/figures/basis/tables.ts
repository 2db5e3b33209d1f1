import { heatMap } from "../../draw/heatMap.ts";
import { letter, type Pen, reach, write } from "../../draw/picture.ts";
import type { StateSpace } from "../../models/ssm.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import type { SymbolId } from "../../notation.ts";
import type { Trio } from "./layout.ts";

/** A, B and C of a model with their numbers; × where there is no model. */
export function tables(
  pen: Pen,
  at: Trio,
  title: string,
  ids: Readonly<Record<"A" | "B" | "C", SymbolId>>,
) {
  write(pen, at.A.left, at.A.top - 28, "start", title, "tick axis-title");
  const parts = (["A", "B", "C"] as const).map((name) => {
    const g = pen.append("g").attr("data-symbol", ids[name]);
    letter(g, ids[name], at[name].left, at[name].top - 7);
    return { name, draw: heatMap(g, at[name]) };
  });
  return (model: StateSpace | undefined) => {
    const most = model ? reach(1e-9, model.A.data, model.B.data, model.C.data) : 1;
    for (const { name, draw } of parts)
      draw(model ? tidy(model[name], most) : none[name], { most });
  };
}

/** What a change of basis leaves of a zero is rounding. */
const tidy = (m: Matrix, most: number): Matrix => ({
  ...m,
  data: m.data.map((x) => (Math.abs(x) < 1e-12 * most ? 0 : x)),
});

const empty = (rows: number, cols: number): Matrix => ({
  rows,
  cols,
  data: new Float64Array(rows * cols).fill(NaN),
});
const none = { A: empty(2, 2), B: empty(2, 1), C: empty(1, 2) };
