import { p, plate, stroke, type Pen } from "../../draw/picture.ts";
import { keeping } from "../../kit/keeping.ts";
import type { Shown } from "./compute.ts";
import { flow, TOKEN, type Laid, type Spot } from "./flow.ts";
import type { Layout } from "./layout.ts";
import type { Model } from "./models.ts";
import { brief } from "./text.ts";

/** What stands under the characters, by their places among those that are read, between two ends of which one is 0. */
export interface Bars {
  readonly values: ArrayLike<number>;
  readonly low: number;
  readonly high: number;
}

export interface Scene {
  readonly cells: readonly Shown[];
  readonly model: Model;
  readonly t: number;
  /** The character at which something is changed. */
  readonly mark: number | undefined;
  readonly bars: Bars | undefined;
  /** Whether what lies behind the playhead stands back. */
  readonly fades: boolean;
}

const LEVELS = 6;
/** The height of a character's own cell, by the size of its type. */
const tall = ({ size }: Laid) => size * 1.3;

/** The text in its lines, a bar under each character; returns what draws it, and what tells which character is nearest. */
export function letters(pen: Pen, layout: Layout) {
  const heat = Array.from({ length: LEVELS }, (_, k) =>
    stroke(pen, "live-heat").attr("opacity", (0.1 * (k + 1)).toFixed(1)),
  );
  const feet = stroke(pen, "axis");
  const [up, down] = [stroke(pen, "live-bar"), stroke(pen, "live-bar live-low")];
  const place = plate(pen, "live-now", { left: 0, top: 0, width: 0, height: 0 }, 4);
  const cut = stroke(pen, "live-cut");
  let laid: Laid = { size: 1, pitch: 1, spots: [], above: false };
  const layOut = keeping(flow);
  const spell = keeping(speller(pen.append("g")));
  const draw = ({ cells, model, t, mark, bars, fades }: Scene) => {
    laid = layOut(cells, t, layout, model);
    const { spots } = laid;
    spell(laid, fades ? t : Infinity, model);
    const at = (token: number | undefined) =>
      spots.find(({ cell }) => cell.token === token && cell.token >= 0);
    const [now, changed] = [at(t), at(mark)];
    place
      .attr("display", now ? null : "none")
      .attr("x", p((now?.left ?? 0) - 0.5))
      .attr("y", p((now?.top ?? 0) - 1))
      .attr("width", p((now?.width ?? 0) + 1))
      .attr("height", p(tall(laid) + 2));
    const edges = [-3, tall(laid) + 3].map((dy) =>
      changed ? `M${p(changed.left - 2)} ${p(changed.top + dy)}h${p(changed.width + 4)}` : "",
    );
    cut.attr("d", edges.join(""));
    const drawn = bars ? paint(laid, bars) : { up: "", down: "", feet: "", heat: [] };
    up.attr("d", drawn.up);
    down.attr("d", drawn.down);
    feet.attr("d", drawn.feet);
    heat.forEach((path, k) => path.attr("d", drawn.heat[k] ?? ""));
  };
  return { draw, above: () => laid.above, near: (x: number, y: number) => nearest(laid, x, y) };
}

/** The characters at their places; what lies behind t stands back. */
const speller =
  (pen: Pen) =>
  ({ spots, size }: Laid, t: number, model: Model) => {
    pen
      .style("--letter", `${size}px`)
      .selectAll<SVGTextElement, Spot>("text")
      .data(spots)
      .join("text")
      .attr("class", ({ cell }) => lookOf(cell, t, model))
      .attr("x", ({ left, width }) => p(left + width / 2))
      .attr("y", ({ top }) => p(top + size))
      .text(({ cell }) => brief(cell.character, TOKEN).replaceAll("␣", "·"));
  };

function lookOf({ character, token, written, led }: Shown, t: number, model: Model): string {
  const parts = ["live-letter"];
  if (model === "chinese") parts.push("live-hanzi");
  if (token < 0) parts.push("live-skipped");
  else if (led || character === " " || character === "\n") parts.push("live-blank");
  else if (written) parts.push("live-own");
  if (token > t) parts.push("later");
  return parts.join(" ");
}

function paint(laid: Laid, { values, low, high }: Bars) {
  const { spots, pitch } = laid;
  const heat = Array.from({ length: LEVELS }, () => "");
  let [up, down, feet] = ["", "", ""];
  const [top0, foot] = [tall(laid) + 4, pitch - 6];
  const unit = (foot - top0) / Math.max(1e-12, high - low);
  for (const { cell, left, top, width } of spots) {
    const w = p(width - 3);
    const value = values[cell.token];
    if (cell.token < 0 || value === undefined || Number.isNaN(value)) continue;
    const zero = p(top + top0 + high * unit);
    feet += `M${p(left)} ${zero}h${p(width)}`;
    const h = p(value * unit);
    const path = h === 0 ? "" : `M${p(left + 1.5)} ${zero}h${w}v${-h}h${-w}z`;
    if (h > 0) up += path;
    else down += path;
    const level = Math.min(LEVELS, Math.round((LEVELS * value) / high));
    if (level > 0)
      heat[level - 1] += `M${p(left)} ${p(top)}h${p(width)}v${p(tall(laid))}h${p(-width)}z`;
  }
  return { up, down, feet, heat };
}

/** The character that is read nearest to a place of the picture: of its line, if there is one. */
function nearest({ spots, pitch }: Laid, x: number, y: number): number | undefined {
  const read = spots.filter(({ cell }) => cell.token >= 0);
  const inLine = read.filter(({ top }) => y >= top - 4 && y < top + pitch - 4);
  const far = ({ left, top, width }: Spot) =>
    Math.abs(left + width / 2 - x) + (inLine.length > 0 ? 0 : 10 * Math.abs(top - y));
  return (inLine.length > 0 ? inLine : read).toSorted((a, b) => far(a) - far(b))[0]?.cell.token;
}
