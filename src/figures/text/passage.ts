import { cellLines, glyph } from "../../draw/cellLines.ts";
import { p, plate, stroke, type Pen } from "../../draw/picture.ts";
import { keeping } from "../../kit/keeping.ts";
import { cellsOf, type Cell, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";

interface Spot {
  readonly cell: Cell;
  readonly left: number;
  readonly top: number;
}

/** Numbers by the characters' places, and the most that a bar shows, upwards and downwards. */
export interface Bars {
  of(token: number): number;
  readonly low: number;
  readonly high: number;
}

/** Characters in front of the playhead that may be seen, and from which on lines are broken. */
const BACK = 200;
const SIZE = 14;
const LEVELS = 6;

/** The lines about a character, that line the second one where there is more above. */
function layOut(r: Run, v: Setting, t: number, last: number, at: Layout, first: boolean): Spot[] {
  const { passage, pitch, cell } = at;
  const room = Math.floor(passage.height / pitch);
  const columns = Math.floor(passage.width / cell);
  const start = first ? t : Math.max(0, Math.floor((t - BACK) / BACK) * BACK);
  const cells = cellsOf(r, v, start, Math.min(last + 1, t + room * columns + 1));
  const heap = cells.length > 3 * room * columns + 2 * BACK;
  const seen = heap ? cells.filter(({ token }) => token >= 0) : cells; // a heap of strange characters is no picture
  const lines = cellLines(seen, columns);
  const here = lines.findIndex((line) => line.some(({ token }) => token === t));
  const from = Math.max(0, here - 1);
  return lines.slice(from, from + room).flatMap((line, row) =>
    line.map((cell, k): Spot => ({
      cell,
      left: passage.left + k * at.cell,
      top: passage.top + row * pitch,
    })),
  );
}

/** The passage about a character, each with a bar under it. */
export function passage(pen: Pen, at: Layout) {
  const heat = Array.from({ length: LEVELS }, (_, k) =>
    stroke(pen, "text-heat").attr("opacity", (0.1 * (k + 1)).toFixed(1)),
  );
  const feet = stroke(pen, "axis");
  const [up, down] = [stroke(pen, "text-bar"), stroke(pen, "text-bar text-less")];
  const now = plate(pen, "text-now", { left: 0, top: 0, width: at.cell + 1, height: 20 }, 3);
  const g = pen.append("g");
  const spell = keeping((spots: readonly Spot[]) => {
    g.selectAll<SVGTextElement, Spot>("text")
      .data(spots)
      .join("text")
      .attr("class", ({ cell: { character, token } }) =>
        ["text-letter", token < 0 ? "text-skipped" : /\s/.test(character) ? "text-blank" : ""]
          .join(" ")
          .trim(),
      )
      .attr("x", ({ left }) => p(left + at.cell / 2))
      .attr("y", ({ top }) => p(top + SIZE))
      .text(({ cell }) => (cell.character === " " ? "·" : glyph(cell.character)));
  });
  const lay = keeping(layOut);
  let spots: readonly Spot[] = [];
  /** `first`: the passage begins at the character. */
  const draw = (r: Run, v: Setting, t: number, last: number, bars?: Bars, first = false) => {
    spots = lay(r, v, t, last, at, first);
    spell(spots);
    const here = spots.find(({ cell }) => cell.token === t);
    now
      .attr("display", here ? null : "none")
      .attr("x", p((here?.left ?? 0) - 0.5))
      .attr("y", p((here?.top ?? 0) - 1));
    const drawn = bars ? paint(spots, at, bars) : { up: "", down: "", feet: "", shades: [] };
    up.attr("d", drawn.up);
    down.attr("d", drawn.down);
    feet.attr("d", drawn.feet);
    heat.forEach((path, k) => path.attr("d", drawn.shades[k] ?? ""));
  };
  /** The character that is read nearest to a place of the picture. */
  const near = (x: number, y: number): number | undefined => {
    const far = ({ left, top }: Spot) =>
      Math.abs(left + at.cell / 2 - x) + 40 * Math.abs(Math.floor((y - top + 4) / at.pitch));
    return spots.filter(({ cell }) => cell.token >= 0).toSorted((a, b) => far(a) - far(b))[0]?.cell
      .token;
  };
  return { draw, near };
}

/** The bars under some characters, and the shades behind them. */
function paint(spots: readonly Spot[], at: Layout, { of, low, high }: Bars) {
  const shades = Array.from({ length: LEVELS }, () => "");
  const paths = { up: "", down: "", feet: "" };
  const [top0, foot] = [SIZE + 8, at.pitch - 5];
  const unit = (foot - top0) / Math.max(1e-9, high - low);
  for (const { cell, left, top } of spots) {
    const value = cell.token < 0 ? NaN : of(cell.token);
    if (Number.isNaN(value)) continue;
    const zero = top + top0 + high * unit;
    paths.feet += `M${p(left)} ${p(zero)}h${p(at.cell)}`;
    const [x, w, h] = [p(left + 1.5), p(at.cell - 3), p(value * unit)];
    if (h !== 0) paths[h > 0 ? "up" : "down"] += `M${x} ${p(zero)}h${w}v${-h}h${-w}z`;
    const level = Math.min(LEVELS, Math.round((LEVELS * value) / high));
    if (level > 0)
      shades[level - 1] += `M${p(left)} ${p(top - 1)}h${p(at.cell)}v19h${p(-at.cell)}z`;
  }
  return { ...paths, shades };
}
