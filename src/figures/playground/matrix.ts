import { box } from "../../draw/box.ts";
import { heatMap } from "../../draw/heatMap.ts";
import { brush, letter, write } from "../../draw/picture.ts";
import { fromRows, type Matrix } from "../../numerics/matrix.ts";
import type { SymbolId } from "../../notation.ts";
import { stepAt, type Run } from "./compute.ts";
import { together } from "./families.ts";
import type { Setting } from "./params.ts";
import { head, type Draw, type Panel } from "./panel.ts";

/** The step that is taken now as one block [[A, B], [C, D]]. */
export function blockAt(r: Run, t: number): Matrix | undefined {
  if (!r.model) return undefined;
  const step = r.moving?.[stepAt(r, t)];
  return fromRows(together(step ? { ...r.model, ...step } : r.model).map((row) => [...row]));
}

/** What goes into the present step and what comes out of it, without noise: (h, u) and (h₊, y), h as it is before the step. */
function columns(r: Run, { readout }: Setting, t: number): readonly [Matrix, Matrix] {
  const n = r.system.A.rows;
  const at = stepAt(r, t);
  const state = (k: number, i: number) => (k < 0 ? 0 : (r.states[k * n + i] ?? NaN));
  // With the read-out “immediate” the states kept are those after their step.
  const before = readout === "immediate" ? at - 1 : at;
  const ahead = before + 1 < r.finite;
  const column = (f: (i: number) => number) =>
    fromRows(Array.from({ length: n + 1 }, (_, i) => [f(i)]));
  const step = r.moving?.[at] ?? r.model!;
  const moved = (i: number) => {
    let sum = step.B.data[i]! * r.u[at]!;
    for (let j = 0; j < n; j++) sum += step.A.data[i * n + j]! * state(before, j);
    return sum;
  };
  return [
    column((i) => (i === n ? r.u[at]! : state(before, i))),
    column((i) =>
      i === n ? r.recurrent[at]! : ahead ? state(before + 1, i) : finiteOr0(moved(i)),
    ),
  ];
}

const finiteOr0 = (x: number) => (Number.isFinite(x) ? x : 0);

/** The matrices of a step in colours, the numbers it takes and the numbers it makes of them. */
export function matrix(panel: Panel): Draw {
  const { pen, cell, stage } = panel;
  head(panel, "matrix");
  const top = cell.top + 42;
  const size = Math.min(cell.bottom - top - 24, (cell.width - 24) / 1.62);
  const left = cell.left + Math.max(4, (cell.width - 1.56 * size) / 2);
  const square = box({ left, top, width: size, height: size });
  const narrow = (k: number) =>
    box({ left: square.right + size * (0.1 + 0.28 * k), top, width: size * 0.18, height: size });
  const maps = [square, narrow(0), narrow(1)].map((b) => ({
    b,
    draw: heatMap(pen.append("g"), b),
  }));
  const rulers = brush(pen)("axis strong");
  const [above, under] = [top - 6, square.bottom + 17];
  const name = (id: SymbolId, x: number, y: number) =>
    letter(pen, id, x, y).attr("text-anchor", "middle");
  const [most, last] = [square.left + size * 0.42, square.right - size * 0.06];
  name("A", most, above);
  name("B", last, above);
  name("C", most, under);
  name("D", last, under);
  name("h", maps[1]!.b.cx, above);
  name("u", maps[1]!.b.cx, under);
  name("hnext", maps[2]!.b.cx, above);
  name("y", maps[2]!.b.cx, under);
  const none = write(pen, square.cx, square.cy, "middle", "", "tick halo");
  return ({ result: r, values, t }) => {
    const block = blockAt(r, t);
    none.text(block ? "" : stage.say("noStep"));
    const n = r.system.A.rows;
    const edge = (size * n) / (n + 1);
    rulers.attr(
      "d",
      block
        ? `M${square.left} ${(top + edge).toFixed(1)}h${size.toFixed(1)}M${(square.left + edge).toFixed(1)} ${top}v${size.toFixed(1)}`
        : "",
    );
    const empty = fromRows([[0]]);
    const [before, after] = block && r.finite ? columns(r, values, t) : [empty, empty];
    [block ?? empty, before, after].forEach((m, k) => maps[k]!.draw(m));
  };
}
