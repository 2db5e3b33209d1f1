import { ticks, type Tick } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { linear, type Pen, stroke, tenth, write } from "../../draw/picture.ts";
import { format, raised } from "../../kit/format.ts";
import type { Moment } from "../../kit/figure.ts";
import { ssdCost, type SsdWay } from "../../models/ssdCost.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { cheapest, sizeOf } from "./readouts.ts";

type Say = (word: Phrase) => string;

export const ways = ["recurrence", "matrix", "chunked"] as const satisfies readonly SsdWay[];
const words = {
  recurrence: "asRecurrence",
  matrix: "asMatrix",
  chunked: "byChunks",
} as const satisfies Record<SsdWay, Phrase>;
/** What a question withholds by the names of its readouts. */
const told = {
  recurrence: /recurrence|ratio/i,
  matrix: /matrix/i,
  chunked: /chunk|share|cheapest/i,
};

/** Both axes by powers of two and ten: every setting lies within. */
const TOKENS = [6, 17] as const;
const CHUNK = [0, 12] as const;
const UP = [2, 8] as const;

/** Multiplications a token against tokens, and against the length of a chunk; below, the three ways in a table. */
export function costView(pen: Pen, layout: Layout, say: Say) {
  const [byT, byQ] = layout.plots;
  const drawT = plot(pen, byT, TOKENS, say("againstT"), layout);
  const drawQ = plot(pen, byQ, CHUNK, say("againstQ"), layout);
  write(pen, 4, byT.top - 14, "start", say("costTitle"), "tick strong");
  if (!layout.narrow)
    write(pen, byQ.left - 36, byQ.top - 14, "start", say("costTitle"), "tick strong");
  const least = write(pen, byQ.right, byQ.bottom + 52, "end");
  const drawTable = table(pen, layout, say);
  return ({ values: v, withheld }: Moment<Setting, Run>) => {
    const size = sizeOf(v);
    const each = (way: SsdWay, T: number, Q: number) =>
      ssdCost(way, { ...size, T, Q: Math.min(Q, T) }).multiplications / T;
    const hides = (way: SsdWay) =>
      [...(withheld ?? [])].some((name) => name === "picture" || told[way].test(name));
    drawT((way, x) => (hides(way) ? NaN : each(way, Math.round(2 ** x), v.Q)), Math.log2(v.T));
    drawQ(
      (way, x) => (hides(way) ? NaN : each(way, v.T, Math.round(2 ** x))),
      Math.log2(v.Q),
      hides("chunked") ? undefined : Math.log2(cheapest(v)),
    );
    least.text(hides("chunked") ? "" : `↑ ${say("least")} Q = ${cheapest(v)}`);
    drawTable(v, hides);
  };
}

function plot(pen: Pen, box: Box, across: readonly [number, number], name: string, at: Layout) {
  const x = linear(across[0], across[1], box.left, box.right);
  const y = linear(UP[0], UP[1], box.bottom, box.top);
  axes(pen, box, across, x, y, name, at);
  const now = stroke(pen, "cursor");
  const lines = ways.map((way) => ({ way, line: stroke(pen, `faces-cost ${way}`) }));
  const dots = ways.map((way) => ({ way, dot: stroke(pen, `faces-mark ${way}`) }));
  const least = stroke(pen, "faces-mark least");
  return (of: (way: SsdWay, x: number) => number, here: number, cheapest?: number) => {
    const path = (way: SsdWay) => {
      let d = "";
      for (let k = 0; k <= 66; k++) {
        const at = across[0] + (k / 66) * (across[1] - across[0]);
        const value = of(way, at);
        if (Number.isNaN(value)) return "";
        d += `${d ? "L" : "M"}${tenth(x(at))} ${tenth(y(Math.log10(value)))}`;
      }
      return d;
    };
    for (const { way, line } of lines) line.attr("d", path(way));
    now.attr("d", `M${tenth(x(here))} ${box.top}V${box.bottom}`);
    const place = (way: SsdWay, at: number) => {
      const value = of(way, at);
      return Number.isNaN(value) ? "" : `M${tenth(x(at))} ${tenth(y(Math.log10(value)))}`;
    };
    for (const { way, dot } of dots) {
      const from = place(way, here);
      dot.attr("d", from && from + markOf(way));
    }
    const from = cheapest === undefined ? "" : place("chunked", cheapest);
    least.attr("d", from && `${from}m0 14v-8m-3 3l3 -3l3 3`);
  };
}

/** A mark for each way, about its place. */
export const markOf = (way: SsdWay): string =>
  ({
    recurrence: "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
    matrix: "m-4 -4h8v8h-8z",
    chunked: "m0 -5l5 5l-5 5l-5 -5z",
  })[way];

function axes(
  pen: Pen,
  { left, right, top, bottom }: Box,
  [first, last]: readonly [number, number],
  x: (power: number) => number,
  y: (power: number) => number,
  name: string,
  { narrow }: Layout,
): void {
  const [up, across]: number[][] = [[], []];
  for (let k = UP[0]; k <= UP[1]; k++) up!.push(k);
  for (let k = first; k <= last; k++) if ((k - last) % (narrow ? 4 : 3) === 0) across!.push(k);
  stroke(pen, "axis").attr(
    "d",
    [
      ...up!.map((k) => `M${left} ${tenth(y(k))}H${right}`),
      ...across!.map((k) => `M${tenth(x(k))} ${top}V${bottom}`),
    ].join(""),
  );
  ticks(pen)([
    ...across!.map((k): Tick => ({
      x: x(k),
      y: bottom + 17,
      text: (2 ** k).toLocaleString("en").replaceAll(",", "\u202f"),
      anchor: k === last ? "end" : "middle",
    })),
    ...up!.map((k): Tick => ({
      x: left - 7,
      y: y(k) + 4,
      text: `10${raised(String(k))}`,
      anchor: "end",
    })),
  ]);
  write(pen, right, bottom + 34, "end", name, "tick axis-title");
}

/** The three ways: multiplications, how many of them in products of matrices, updates in a row. */
function table(pen: Pen, layout: Layout, say: Say) {
  const { top, columns } = layout.table;
  const heads = [say("all"), say("inProducts"), say("inARow")];
  const line = layout.narrow ? 21 : 22;
  heads.forEach((word, k) => write(pen, columns[k + 1]!, top, "end", word, "tick strong"));
  const rows = ways.map((way, k) => {
    const y = top + (k + 1) * line;
    stroke(pen, `faces-cost ${way}`).attr("d", `M${columns[0]! - 26} ${y - 4}h22`);
    stroke(pen, `faces-mark ${way}`).attr("d", `M${columns[0]! - 15} ${y - 4}${markOf(way)}`);
    write(pen, columns[0]! + 4, y, "start", say(words[way]));
    return { way, cells: heads.map((_, c) => write(pen, columns[c + 1]!, y, "end")) };
  });
  return (v: Setting, hides: (way: SsdWay) => boolean) => {
    for (const { way, cells } of rows) {
      const cost = ssdCost(way, sizeOf(v));
      const texts = hides(way)
        ? ["?", "?", "?"]
        : [
            format(cost.multiplications),
            `${format((100 * cost.inProducts) / cost.multiplications)} %`,
            cost.waits.toLocaleString("en").replaceAll(",", "\u202f"),
          ];
      cells.forEach((cell, c) => cell.text(texts[c]!));
    }
  };
}
