import { below, snug, ticks } from "../../draw/axis.ts";
import { box, type Box } from "../../draw/box.ts";
import { heatMap } from "../../draw/heatMap.ts";
import { p, plate, reach, stroke, write, type Pen } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Channel } from "../../models/mamba/channel.ts";
import { lengthOf, shownOf, type Run } from "./compute.ts";
import { leastWidth } from "./flow.ts";
import type { Layout } from "./layout.ts";
import { channelOf, medianStepOf, statesOf } from "./look.ts";
import { channelWords } from "./page.ts";
import { isOwn, sizesOf, STATES } from "./models.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { brief } from "./text.ts";

type Say = (word: Phrase) => string;
const HEAT = 15;

/** The states of a channel, the slowest first. */
export const slowFirst = ({ A }: Channel): number[] =>
  Array.from(A.keys()).toSorted((a, b) => A[b]! - A[a]!);

/** Characters till half of what is put into a state with pole a is left, if every Δ were `delta`. */
export const halfLife = (a: number, delta: number): number => Math.LN2 / (-a * delta);

/** Boxes of the map and of the curves below it, for a width of cells. */
function placesOf(layout: Layout, cell: number) {
  const [left, most, top] = layout.narrow ? [8, 262, 40] : [34, 470, 44];
  const cols = Math.floor((most - left) / cell);
  const heat = box({ left, top, width: cols * cell, height: STATES * HEAT });
  return {
    cols,
    heat,
    /** From where to where the table goes. */
    head: [heat.right + 12, layout.narrow ? layout.width - 2 : 676] as const,
    curves: box({
      left: heat.left,
      right: heat.right,
      top: heat.bottom + 34,
      bottom: layout.narrow ? 392 : layout.under.bottom - 8,
    }),
  };
}

type Places = ReturnType<typeof placesOf>;

/** The states over the last characters as a map, what is left of each below, and each one's pace at the right. */
export function statesView(pen: Pen, layout: Layout, say: Say) {
  const views = new Map<string, { g: Pen; draw(moment: Moment<Setting, Run>): void }>();
  const made = (kind: Parameters<typeof leastWidth>[0]) => {
    const g = pen.append("g");
    return { g, draw: oneView(g, layout, say, leastWidth(kind, layout.narrow)) };
  };
  return (moment: Moment<Setting, Run>) => {
    const { model } = moment.values;
    const kind = isOwn(model) ? "tokens" : model === "chinese" ? "signs" : "letters";
    if (!views.has(kind)) views.set(kind, made(kind));
    for (const [each, { g }] of views) g.attr("display", each === kind ? null : "none");
    views.get(kind)!.draw(moment);
  };
}

function oneView(pen: Pen, layout: Layout, say: Say, cell: number) {
  const at = placesOf(layout, cell);
  const { cols, heat } = at;
  const title = write(pen, layout.narrow ? 2 : 14, layout.title, "start", "", "tick strong");
  const text = pen.append("g");
  const map = heatMap(pen.append("g").attr("data-symbol", "h"), heat);
  const now = plate(
    pen,
    "live-now",
    { left: 0, top: heat.top - 20, width: cell, height: heat.height + 22 },
    4,
  );
  const lines = stroke(pen, "live-decays", "A");
  const table = pen.append("g");
  const scale = frame(pen, layout, say, at);
  return ({ result: r, values: v, t, withheld }: Moment<Setting, Run>) => {
    title.text(channelWords(r, { ...v, channel: Math.max(1, v.channel) }, say));
    const last = Math.min(Math.floor(t), lengthOf(r, v) - 1);
    const first = Math.max(0, last - cols + 1);
    const [channel, states] = [channelOf(r, v), statesOf(r, v)];
    const seen = channel && last < channel.u.length && !withheld?.has("picture");
    const order = seen ? slowFirst(channel) : [];
    const { states: N } = sizesOf(v.model);
    const data = new Float64Array(N * cols);
    for (const [row, n] of order.entries())
      for (let s = first; s <= last; s++) data[row * cols + s - first] = states!.h[s * N + n]!;
    const most = states ? snug(reach(1e-9, states.h)) : 1;
    map({ rows: N, cols, data }, { most, marked: 0.1 });
    scale.text(seen ? `${say("fullColour")} ${format(most, 2)}` : say("waitShort"));
    now.attr("x", p(heat.left + (last - first) * cell));
    const within = shownOf(r, v).filter(({ token }) => token >= first && token <= last);
    spell(
      text,
      within.map(({ character }) => character),
      heat,
      cell,
      v.model === "chinese",
    );
    lines.attr("d", seen ? decays(channel, order, first, last, at.curves, cell) : "");
    tabulate(
      table,
      seen ? paces(channel, order, medianStepOf(r, v)) : [],
      heat,
      at.head,
      layout.narrow,
    );
  };
}

/** What stands around the map, the curves and the table; returns where the map's scale is told. */
function frame(pen: Pen, { narrow }: Layout, say: Say, { heat, curves, head }: Places) {
  write(pen, curves.left, curves.top - 8, "start", say("leftTitle"), "tick strong");
  stroke(pen, "axis").attr(
    "d",
    `M${curves.left} ${curves.bottom}H${curves.right}M${curves.left} ${curves.top}H${curves.right}`,
  );
  write(pen, head[0], heat.top - 6, "start", narrow ? "" : "A", "tick strong");
  write(pen, head[1], heat.top - 6, "end", say(narrow ? "halfShort" : "halfTitle"), "tick strong");
  const end = (y: number, text: number) => ({
    x: curves.left - 5,
    y,
    text,
    anchor: "end" as const,
  });
  ticks(pen)([
    ...(narrow ? [] : [end(curves.top + 5, 1), end(curves.bottom + 4, 0)]),
    below(curves, curves.left, say("earlier"), "start"),
    below(curves, curves.right, say("nowWord"), "end"),
  ]);
  return write(pen, head[1], curves.bottom - (narrow ? 4 : 20), "end");
}

function spell(
  pen: Pen,
  text: readonly string[],
  { left, top }: Box,
  cell: number,
  signs: boolean,
): void {
  pen
    .selectAll<SVGTextElement, string>("text")
    .data(text)
    .join("text")
    .attr("class", signs ? "live-letter live-hanzi" : "live-letter")
    .attr("x", (_, k) => p(left + (k + 0.5) * cell))
    .attr("y", top - 6)
    .text((c) => brief(c, 6));
}

/** For each state a curve over the characters: what is left now of what it held then. */
function decays(
  { delta, A }: Channel,
  order: readonly number[],
  first: number,
  last: number,
  at: Box,
  cell: number,
): string {
  return order
    .map((n) => {
      let [clock, d] = [0, ""];
      for (let s = last; s >= first; s--) {
        d += `${d ? "L" : "M"}${p(at.left + (s - first + 0.5) * cell)} ${p(at.bottom - at.height * Math.exp(A[n]! * clock))}`;
        clock += delta[s]!;
      }
      return d;
    })
    .join("");
}

const paces = ({ A }: Channel, order: readonly number[], median: number) =>
  order.map((n) => [format(A[n]!, 3), format(halfLife(A[n]!, median), 2)] as const);

function tabulate(
  pen: Pen,
  rows: readonly (readonly [string, string])[],
  { top, height }: Box,
  [left, right]: readonly [number, number],
  narrow: boolean,
): void {
  const words = rows.flatMap(([a, half], k) => {
    const y = top + ((k + 0.5) * height) / rows.length + 4.5;
    const pace = { x: right, y, text: half, anchor: "end" };
    return narrow ? [pace] : [{ x: left, y, text: a, anchor: null }, pace];
  });
  pen
    .selectAll<SVGTextElement, (typeof words)[number]>("text")
    .data(words)
    .join("text")
    .attr("class", "tick")
    .attr("x", ({ x }) => x)
    .attr("y", ({ y }) => p(y))
    .attr("text-anchor", ({ anchor }) => anchor)
    .text(({ text }) => text);
}
