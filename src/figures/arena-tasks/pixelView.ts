import { brush, linear, type Pen, plate, tenth, write } from "../../draw/picture.ts";
import { SWEEP, type Run } from "./compute.ts";
import type { Phrase } from "./phrases.ts";
import type { Layout } from "./view.ts";

/** The pixels as they are seen, the row that is read, and all rows end to end. */
export function pixelView(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { width, side: size } = layout;
  const [left, top] = [(width - size) / 2, 28];
  plate(pen, "arena-ground", { left, top, width: size, height: size });
  const band = plate(pen, "arena-row", { left, top, width: size, height: 1 });
  const path = brush(pen);
  const [later, lit, dots] = [path("arena-lit arena-later"), path("arena-lit"), path("arena-dot")];
  const strip = { left: 12, right: width - 12, top: top + size + 32, height: 30 };
  write(pen, strip.left, strip.top - 8, "start", say("sequence"));
  plate(pen, "arena-ground", { ...strip, width: strip.right - strip.left });
  const [ahead, behind, marks, cursor] = [
    path("arena-line arena-later"),
    path("arena-line"),
    path("arena-dot"),
    path("cursor"),
  ];
  return ({ side, lit: all, at }: NonNullable<Run["picture"]>, t: number) => {
    const cell = size / side;
    const rows = Math.round((t / SWEEP) * side);
    const x = linear(0, all.length, strip.left, strip.right);
    const d = { seen: "", coming: "", read: "", unread: "" };
    const columns = new Set<string>();
    all.forEach((on, i) => {
      if (!on) return;
      const [row, column] = [Math.floor(i / side), i % side];
      const square = `M${tenth(left + column * cell)} ${tenth(top + row * cell)}h${tenth(cell)}v${tenth(cell)}h${tenth(-cell)}z`;
      d[row < rows ? "seen" : "coming"] += square;
      const line = `M${tenth(x(i + 0.5))} ${strip.top + 3}v${strip.height - 6}`;
      if (columns.has(line)) return;
      columns.add(line);
      d[row < rows ? "read" : "unread"] += line;
    });
    lit.attr("d", d.seen);
    later.attr("d", d.coming);
    behind.attr("d", d.read);
    ahead.attr("d", d.unread);
    const centre = (i: number) =>
      [left + ((i % side) + 0.5) * cell, top + (Math.floor(i / side) + 0.5) * cell] as const;
    const ring = ([cx, cy]: readonly [number, number], r: number) =>
      `M${tenth(cx - r)} ${tenth(cy)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
    dots.attr("d", at.map((i) => ring(centre(i), 6)).join(""));
    const under = strip.top + strip.height + 8;
    marks.attr("d", at.map((i) => ring([x(i + 0.5), under], 5)).join(""));
    band
      .attr("display", rows < 1 || rows >= side ? "none" : null)
      .attr("y", tenth(top + (rows - 1) * cell))
      .attr("height", tenth(Math.max(1.5, cell)));
    cursor.attr("d", `M${tenth(x(rows * side))} ${strip.top - 3}V${strip.top + strip.height + 3}`);
  };
}
