import { p, stroke, write, type Pen } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { Box } from "../../draw/box.ts";
import { brief } from "./text.ts";

/** A line of a list: what (and what stands before it), how much, how much it was, and that in words. */
export interface Item {
  readonly what: string;
  readonly lead?: string | undefined;
  readonly value: number;
  readonly was?: number | undefined;
  readonly told: string;
  readonly marked?: boolean;
}

export const percent = (share: number): string =>
  `${share > 0 && share < 0.0005 ? "<0.1" : format(100 * share, share < 0.1 ? 1 : 2)} %`;

/** Lines with bars, one under the other, as many as there is room for. */
export function list(pen: Pen, at: Box, step: number, symbol: "y" | "h") {
  const g = pen.append("g").attr("data-symbol", symbol);
  const title = write(g, at.left, at.top - 8, "start", "", "tick strong");
  const axis = stroke(g, "axis");
  const [up, down] = [stroke(g, "live-share"), stroke(g, "live-share live-low")];
  const ghost = stroke(g, "live-was");
  const room = Math.floor(at.height / step);
  const names = g.append("g");
  return (name: string, items: readonly Item[], { low = 0, high = 1 } = {}) => {
    title.text(name);
    const led = items.some(({ lead }) => lead !== undefined);
    const long = items.some(({ what }) => [...what].length > 1); // tokens, not letters
    const middle = at.left + (long ? 30 : led ? 34 : 8);
    const [from, to] = [middle + (long ? 36 : 14), at.right - 52];
    const unit = (to - from) / Math.max(1e-12, high - low);
    const zero = from - low * unit;
    const rows = items.slice(0, room).map((item, k) => ({ ...item, y: at.top + 16 + k * step }));
    const bar = (value: number, y: number, h = 13) =>
      `M${p(zero)} ${p(y - h + 2)}h${p(value * unit)}v${h}h${-p(value * unit)}z`;
    const drawn = (of: typeof rows) => of.map(({ value, y }) => bar(value, y)).join("");
    up.attr("d", drawn(rows.filter(({ value }) => value > 0)));
    down.attr("d", drawn(rows.filter(({ value }) => value < 0)));
    ghost.attr(
      "d",
      rows.map(({ was, y }) => (was === undefined ? "" : bar(was, y + 2.5, 18))).join(""),
    );
    axis.attr("d", rows.length > 0 ? `M${p(zero)} ${at.top}V${rows.at(-1)!.y + 6}` : "");
    const words = rows.flatMap(({ what, lead = "", told, y, marked }) => [
      {
        x: middle,
        y,
        text: brief(what, 6),
        look: `live-letter${marked ? " live-stands" : ""}`,
        anchor: "middle",
      },
      {
        x: middle - (what > "⺀" ? 9 : 6),
        y,
        text: lead,
        look: "live-letter live-blank live-lead",
        anchor: "end",
      },
      { x: at.right, y, text: told, look: "tick", anchor: "end" },
      { x: at.left - 2, y: y - 1, text: marked ? "▸" : "", look: "tick", anchor: "end" },
    ]);
    names
      .selectAll<SVGTextElement, (typeof words)[number]>("text")
      .data(words.filter(({ text }) => text !== ""))
      .join("text")
      .attr("class", ({ look }) => look)
      .attr("x", ({ x }) => p(x))
      .attr("y", ({ y }) => p(y))
      .attr("text-anchor", ({ anchor }) => anchor)
      .text(({ text }) => text);
  };
}
