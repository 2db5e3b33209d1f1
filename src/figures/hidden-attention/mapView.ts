import { snug } from "../../draw/axis.ts";
import { heatMap } from "../../draw/heatMap.ts";
import { p, type Pen, plate, reach, stroke, write } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import { type Row, rowOf } from "./compute.ts";
import type { Layout, Place } from "./layout.ts";
import { glyph } from "./model.ts";

export interface Shown {
  readonly title: string;
  readonly map: Matrix | undefined;
  readonly characters: readonly string[];
  readonly now: number;
  /** How far back half of the row's weight lies; nothing where that is withheld. */
  readonly half: string | undefined;
  readonly full: string;
}

/** One map over the text with the letters around it, the row looked at, and that row as bars. */
export function mapView(pen: Pen, layout: Layout, at: Place) {
  const { map: box } = at;
  const title = write(pen, box.left, at.title, "start", "", "tick strong");
  const full = write(pen, box.right, at.title, "end");
  const draw = heatMap(pen.append("g"), box);
  const band = plate(pen, "hear-row", { ...box, height: 0 });
  const drawLetters = letters(pen, layout, at);
  const drawBars = bars(pen, at);
  return ({ map, now, ...shown }: Shown) => {
    const T = shown.characters.length;
    title.text(shown.title);
    const most = map ? snug(reach(1e-9, map.data)) : 1;
    full.text(map ? `${shown.full} ${format(most, 2)}` : "");
    draw(map ?? { rows: T, cols: T, data: new Float64Array(T * T) }, {
      most,
      marked: 0.04,
      lower: true,
    });
    const each = box.height / T;
    band.attr("y", p(box.top + now * each)).attr("height", p(each));
    band.attr("width", p(((now + 1) / T) * box.width));
    const row = map && rowOf(map, now);
    drawLetters(shown.characters, now, row?.strongest);
    drawBars(row, T, now, shown.half);
  };
}

/** The characters over their columns and beside their rows; on a phone beside the row looked at only. */
function letters(pen: Pen, { narrow }: Layout, { map: box, letters: y }: Place) {
  const [top, side] = [pen.append("g"), pen.append("g")];
  return (characters: readonly string[], now: number, strongest: number | undefined) => {
    const T = characters.length;
    top
      .selectAll<SVGTextElement, string>("text")
      .data([...characters])
      .join("text")
      .attr("class", (_, s) =>
        s === strongest
          ? "value hear-letter chosen"
          : s > now
            ? "value hear-letter ahead"
            : "value hear-letter",
      )
      .attr("x", (_, s) => p(box.left + ((s + 0.5) * box.width) / T))
      .attr("y", y)
      .text(glyph);
    const rows = characters.map((c, t) => ({ c, t })).filter(({ t }) => !narrow || t === now);
    side
      .selectAll<SVGTextElement, (typeof rows)[number]>("text")
      .data(rows)
      .join("text")
      .attr("class", ({ t }) => (t === now ? "value hear-letter chosen" : "value hear-letter"))
      .attr("x", box.left - 12)
      .attr("y", ({ t }) => p(box.top + ((t + 0.5) * box.height) / T + 4.5))
      .text(({ c }) => glyph(c));
  };
}

/** The weights of a row, up where above zero, and how far back one has to go for half of them. */
function bars(pen: Pen, { bars: box, foot }: Place) {
  const [zero, plus, minus] = [
    stroke(pen, "axis"),
    stroke(pen, "hear-bar plus"),
    stroke(pen, "hear-bar minus"),
  ];
  const half = stroke(pen, "hear-half");
  const word = write(pen, box.right, foot, "end");
  return (row: Row | undefined, T: number, now: number, words: string | undefined) => {
    const each = box.width / T;
    const most = row ? reach(1e-300, row.weights) : 1;
    const [high, low] = row
      ? [Math.max(0, ...row.weights), Math.min(0, ...row.weights)].map((w) => w / most)
      : [1, 0];
    const unit = box.height / (high! - low! || 1);
    const base = box.top + high! * unit;
    zero.attr("d", `M${box.left} ${p(base)}H${box.right}`);
    const bar = (sign: number) =>
      Array.from(row?.weights ?? [], (w, s) =>
        w * sign > 0
          ? `M${p(box.left + (s + 0.15) * each)} ${p(base)}h${p(0.7 * each)}v${p((-w / most) * unit)}h${p(-0.7 * each)}Z`
          : "",
      ).join("");
    plus.attr("d", bar(1));
    minus.attr("d", bar(-1));
    const [from, to] = [now - (row?.reach ?? 0), now + 1].map((s) => p(box.left + s * each));
    half.attr("d", row && words ? `M${from} ${box.bottom + 2}v5H${to}v-5` : "");
    word.text((row && words) ?? "");
  };
}
