import type { Box } from "../../draw/box.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import { onPress, type Grip } from "../../draw/press.ts";
import { linear, type Root, tenth } from "../../draw/picture.ts";
import { surface } from "../../draw/scrub.ts";
import type { SymbolId } from "../../notation.ts";
import { pointed } from "../../draw/hand.ts";
import type { Columns } from "./layout.ts";
import { ENDS, type Which } from "./sets.ts";

/** Bars from the foot of a row, one a token, as one path. */
export function barsOf(
  row: Box,
  { x, size }: Columns,
  count: number,
  top: (k: number) => number,
): string {
  const half = Math.min(14, 0.34 * size);
  let d = "";
  for (let k = 0; k < count; k++) {
    const y = tenth(top(k));
    if (Math.abs(y - row.bottom) < 0.05) continue;
    d += `M${tenth(x(k) - half)} ${tenth(row.bottom)}V${y}h${tenth(2 * half)}V${tenth(row.bottom)}z`;
  }
  return d;
}

export interface Adjusting {
  readonly which: Which;
  readonly symbol: SymbolId;
  /** Spoken name of the row. */
  readonly label: string;
  value(step: number): number;
  /** The value at a height, and the height of a value, in the row as it is now. */
  at(py: number): number;
  of(value: number): number;
  set(step: number, value: number): void;
  t(): number;
  seek(t: number): void;
  spoken(step: number): string;
}

/** A step by keyboard: a quarter more or less of Δ, a twentieth of B and C. */
const stepped = (which: Which, value: number, by: number): number =>
  which === "d" ? Math.max(ENDS.d[0], value) * 1.25 ** by : value + 0.05 * by;

/** Values that are taken by a knob at each token, or by up and down at the playhead, which left and right move. */
export function adjustable(svg: Root, most: number, a: Adjusting) {
  const ground = surface(svg, { left: 0, top: 0, width: 1, height: 1 });
  let placed: Columns | undefined;
  const here = () => Math.min(placed!.count - 1, Math.floor(a.t()));
  graspable(ground, {
    label: a.label,
    move: (px) => a.seek(placed!.at(px)),
    nudge: (dx, dy) => {
      if (dx) a.seek(here() + dx);
      else a.set(here(), stepped(a.which, a.value(here()), dy));
    },
  });
  const knobs = Array.from({ length: most }, (_, k) => {
    const grip: Grip = svg
      .append<SVGGraphicsElement>("g")
      .attr("class", "sel-knob")
      .attr("data-symbol", a.symbol);
    grip.append("circle").attr("class", "hit").attr("r", 13);
    const ring = grip.append("circle").attr("class", "handle").attr("r", 4.5);
    onPress(grip, {
      free: true,
      move: (e) => a.set(k, a.at(pointed(grip.node()!, e)[1])),
    });
    return { grip, ring };
  });
  return (row: Box | undefined, columns: Columns, isSet: (step: number) => boolean) => {
    placed = columns;
    ground.attr("display", row ? null : "none");
    if (row)
      ground
        .attr("x", row.left)
        .attr("y", tenth(row.top))
        .attr("width", row.width)
        .attr("height", tenth(row.height));
    knobs.forEach(({ grip, ring }, k) => {
      const shown = row !== undefined && k < columns.count;
      grip.attr("display", shown ? null : "none");
      if (!shown) return;
      grip.attr("transform", `translate(${tenth(columns.x(k))},${tenth(a.of(a.value(k)))})`);
      ring.classed("by-hand", isSet(k));
    });
    if (row) {
      const [least, end] = ENDS[a.which];
      tellValue(ground, a.spoken(here()), a.value(here()), least, end);
    }
  };
}

/** A linear scale for B and C. */
export const partScale = (row: Box) => {
  const back = linear(row.bottom, row.top, 0, 1);
  return {
    of: linear(0, 1, row.bottom, row.top),
    at: (py: number) => Math.max(0, Math.min(1, back(py))),
  };
};
