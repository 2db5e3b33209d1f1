import type { Selection } from "d3";
import type { Matrix } from "../numerics/matrix.ts";
import { format } from "../kit/format.ts";
import type { Area } from "./box.ts";
import { brief } from "./brief.ts";
import { reach, type Pen } from "./picture.ts";
import { widthOf } from "./text.ts";

export interface HeatLook {
  /** The magnitude of full colour; the largest entry where not given. */
  readonly most?: number;
  /** The cell that stands out. */
  readonly chosen?: { readonly row: number; readonly col: number } | undefined;
  /** The share of full colour from which on a cell carries its sign; every cell where not given. */
  readonly marked?: number;
  /** A lower triangle: above the diagonal nothing is written. */
  readonly lower?: true;
}

const LEVELS = 10;
/** From this level on, what is written in a cell is light on dark. */
const DARK = 6;

/** The cell at a place of the picture, at its nearest edge where the place is outside. */
export function cellAt(
  box: Area,
  { rows, cols }: Pick<Matrix, "rows" | "cols">,
  x: number,
  y: number,
) {
  const within = (share: number, count: number) =>
    Math.max(0, Math.min(count - 1, Math.floor(share * count)));
  return {
    row: within((y - box.top) / box.height, rows),
    col: within((x - box.left) / box.width, cols),
  };
}

/**
 * A matrix in colours: one hue for each sign, as strong as the root of the entry's size, and a mark + or − (where there is room
 * the number itself), so that the sign is never told by colour alone. Zero is an empty cell; an entry without value a cross.
 */
export function heatMap(pen: Pen, box: Area): (m: Matrix, look?: HeatLook) => void {
  const g = pen.append("g").attr("class", "heat");
  const shade = (sign: string) =>
    levels((i) =>
      g
        .append("path")
        .attr("class", `cell ${sign}`)
        .attr("opacity", 0.1 + (0.9 * (i + 1)) / LEVELS),
    );
  const [minus, plus] = [shade("minus"), shade("plus")];
  const light = g.append("path").attr("class", "mark light");
  const dark = g.append("path").attr("class", "mark");
  const numbers = g.append("g");
  place(g.append("rect").attr("class", "edge"), box);
  const frame = g.append("rect").attr("class", "chosen-cell");

  return (m, { most = reach(1e-300, m.data), chosen, marked = 0, lower } = {}) => {
    const [width, height] = [box.width / m.cols, box.height / m.rows];
    const written = width >= 36 && height >= 20;
    const drawn = paint(m, box, most, written ? Infinity : marked * most);
    minus.forEach((path, i) => path.attr("d", drawn.minus[i]!));
    plus.forEach((path, i) => path.attr("d", drawn.plus[i]!));
    light.attr("d", drawn.light);
    dark.attr("d", drawn.dark);
    numbers
      .selectAll<SVGTextElement, number>("text")
      .data(written ? Array.from(m.data) : [])
      .join("text")
      .attr("class", (x) => (level(x, most) >= DARK ? "value light" : "value"))
      .attr("x", (_, i) => p(corner(box, m, i)[0] + width / 2))
      .attr("y", (_, i) => p(corner(box, m, i)[1] + height / 2 + 4.5))
      .text((x, i) =>
        Number.isFinite(x) && !(lower && i % m.cols > i / m.cols) ? fitting(x, width) : "",
      );
    const [left, top] = corner(box, m, chosen ? chosen.row * m.cols + chosen.col : 0);
    place(frame, { left, top, width, height }).attr("display", chosen ? null : "none");
  };
}

/** A number in the room of a cell. */
function fitting(x: number, width: number): string {
  const text = format(x, width < 60 ? 2 : 3);
  return widthOf(text, 13.5) <= width - 2 ? text : brief(x, Math.floor((width - 2) / 8));
}

const levels = <T>(each: (i: number) => T): T[] =>
  Array.from({ length: LEVELS }, (_, i) => each(i));
const level = (x: number, most: number) =>
  Math.min(LEVELS, Math.ceil(Math.sqrt(Math.abs(x) / most) * LEVELS));

/** The cells of each sign and strength as one path, and the marks on light and on dark ones, from a size on. */
function paint(m: Matrix, box: Area, most: number, marked: number) {
  const [w, h] = [box.width / m.cols, box.height / m.rows];
  const drawn = { minus: levels(() => ""), plus: levels(() => ""), light: "", dark: "" };
  m.data.forEach((x, i) => {
    if (x === 0) return;
    const [left, top] = corner(box, m, i);
    const strength = level(x, most);
    if (Number.isFinite(x))
      drawn[x < 0 ? "minus" : "plus"][Math.max(1, strength) - 1] +=
        `M${p(left)} ${p(top)}h${p(w)}v${p(h)}h${p(-w)}z`;
    if (Math.abs(x) >= marked || !Number.isFinite(x))
      drawn[strength >= DARK ? "light" : "dark"] += mark(
        x,
        left + w / 2,
        top + h / 2,
        Math.min(w, h),
      );
  });
  return drawn;
}

const place = (rect: Selection<SVGRectElement, unknown, null, undefined>, box: Area) =>
  rect
    .attr("x", p(box.left))
    .attr("y", p(box.top))
    .attr("width", p(box.width))
    .attr("height", p(box.height));

const p = (x: number) => Math.round(x * 100) / 100;

/** The upper left corner of entry i. */
const corner = (box: Area, m: Matrix, i: number): [number, number] => [
  box.left + ((i % m.cols) * box.width) / m.cols,
  box.top + (Math.floor(i / m.cols) * box.height) / m.rows,
];

/** + or − in the middle of a cell, × where there is no value; nothing where it would be too small to see. */
function mark(x: number, cx: number, cy: number, room: number): string {
  const r = Math.min(4, room * 0.26);
  if (r < 1.2) return "";
  if (Number.isNaN(x))
    return `M${p(cx - r)} ${p(cy - r)}l${p(2 * r)} ${p(2 * r)}m${p(-2 * r)} 0l${p(2 * r)} ${p(-2 * r)}`;
  const across = `M${p(cx - r)} ${p(cy)}h${p(2 * r)}`;
  return x < 0 ? across : `${across}M${p(cx)} ${p(cy - r)}v${p(2 * r)}`;
}
