import { calm, scaleEnd } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import {
  brush,
  curve,
  letter,
  p,
  reach,
  spot,
  stems,
  stroke,
  write,
  type Pen,
} from "../../draw/picture.ts";
import { key } from "../../draw/key.ts";
import { widthOf } from "../../draw/text.ts";
import type { Moment } from "../../kit/figure.ts";
import { tokenAt, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { MOST_TOKEN, TOKENS } from "./row.ts";

type Now = Moment<Setting, Run>;

/** The middle of a token's column. */
export const columnOf = ({ left, width }: Pick<Box, "left" | "width">, k: number): number =>
  left + ((k + 0.5) * width) / TOKENS;

/** Tokens, the gate, and both states under one another. */
export function rows(pen: Pen, layout: Layout, say: (word: Phrase) => string): (now: Now) => void {
  const { tokens, gates, seed, s6 } = layout;
  const cursor = stroke(pen, "cursor");
  const shut = stroke(pen, "band seed-shut");
  const over = (at: Box, word: Phrase) => write(pen, at.left, at.top - 7, "start", say(word));
  over(tokens, "tokens");
  over(gates, "gates");
  over(seed, "article");
  over(s6, "selective");
  const size = layout.narrow ? 13.5 : 12;
  const word = say("closed");
  const left = tokens.right - 30 - widthOf(word, size);
  key(pen, { left, right: layout.width, y: tokens.top - 7, size }, [
    { look: "band seed-shut", word, as: "area" },
  ]);
  const drawTokens = stemmed(pen, tokens, "u");
  const drawGates = bars(pen, gates);
  const [drawSeed, drawS6] = [stemmed(pen, seed, "h"), stemmed(pen, s6, "h")];
  return ({ result: r, t, ghost, held, withheld }) => {
    const now = tokenAt(t);
    const end = withheld?.has("picture") ? now : TOKENS - 1; // what the states do next is still to be guessed
    const scale = held?.result ?? r;
    const most = calm(
      reach(0.5, scale.seed, scale.s6, ghost?.result.seed ?? [], ghost?.result.s6 ?? []),
    );
    const x = columnOf(tokens, now);
    cursor.attr("d", `M${p(x)} ${tokens.top}V${s6.bottom}`);
    shut.attr("d", shutColumns(r.gate, tokens, s6));
    drawTokens(r.u, MOST_TOKEN, now, TOKENS - 1);
    drawGates(r.gate, now);
    drawSeed(r.seed, most, now, end, ghost?.result.seed);
    drawS6(r.s6, most, now, end, ghost?.result.s6);
  };
}

/** Behind all rows: the columns where the gate is shut. */
function shutColumns(gate: Float64Array, top: Box, foot: Box): string {
  const wide = top.width / TOKENS;
  let d = "";
  gate.forEach((g, k) => {
    if (g === 0)
      d += `M${p(top.left + k * wide)} ${top.top}h${p(wide)}V${foot.bottom}h${p(-wide)}z`;
  });
  return d;
}

function stemmed(pen: Pen, at: Box, symbol: "u" | "h") {
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", symbol);
  const path = brush(g);
  path("axis").attr("d", `M${at.left} ${at.cy}H${at.right}`);
  const [later, laterDots] = [path("stem later"), path("dots later")];
  const ghost = path("line ghost");
  const [lines, dots] = [path("stem"), path("dots")];
  const ring = spot(g);
  letter(g, symbol, 2, at.cy + 6, "t");
  const top = write(g, at.left - 4, at.top + 10, "end");
  const x = (k: number) => columnOf(at, k);
  return (v: Float64Array, most: number, now: number, end: number, old?: Float64Array) => {
    const y = (value: number) => at.cy - (value / most) * (at.height / 2 - 5);
    const [past, next] = [stems(v, x, y, 0, now), stems(v, x, y, now + 1, end)];
    lines.attr("d", past.lines);
    dots.attr("d", past.dots);
    later.attr("d", next.lines);
    laterDots.attr("d", next.dots);
    ghost.attr("d", old ? curve(old, x, y) : "");
    ring.attr("cx", p(x(now))).attr("cy", p(y(v[now]!)));
    top.text(scaleEnd(most));
  };
}

function bars(pen: Pen, at: Box) {
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "gate");
  stroke(g, "axis").attr("d", `M${at.left} ${at.bottom}H${at.right}`);
  const [later, past] = [stroke(g, "seed-bar later"), stroke(g, "seed-bar")];
  letter(g, "gate", 2, at.cy + 6, "t");
  write(g, at.left - 4, at.top + 10, "end", 1);
  const wide = at.width / TOKENS - 6;
  const bar = (gate: number, k: number) =>
    gate > 0
      ? `M${p(columnOf(at, k) - wide / 2)} ${at.bottom}v${p(-gate * at.height)}h${p(wide)}v${p(gate * at.height)}z`
      : "";
  return (gate: Float64Array, now: number) => {
    const drawn = Array.from(gate, bar);
    past.attr("d", drawn.slice(0, now + 1).join(""));
    later.attr("d", drawn.slice(now + 1).join(""));
  };
}
