import { brief } from "../../draw/brief.ts";
import { brush, letter, type Pen, plate, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { columns, type Layout } from "./layout.ts";
import { memoryAt, stepAt } from "./moment.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import type { Move, Row } from "./walks.ts";

const symbols = { delta: "Delta", u: "u", state: "h", time: null, y: "y" } as const;
const rows = Object.keys(symbols) as Row[];

interface Cell {
  readonly row: Row;
  readonly at: number;
  readonly value: number | undefined;
  readonly way: string;
}

/** The card's memory row by row: inputs, what goes from dispatch to dispatch, outputs; and arrows for what moves now. */
export function memory(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const { memory: box, rows: y, half, type } = layout;
  plate(pen, "card-memory", box, 8);
  const left = box.left + (layout.compact ? 4 : 10);
  for (const row of ["delta", "u", "state", "y"] as const)
    letter(pen, symbols[row], left, y[row] + 6).classed("small", true);
  write(pen, left - (layout.compact ? 2 : 0), y.time + 5, "start", "ΣΔ");
  write(pen, left, box.bottom - 8, "start", say("memory"));
  const cells = pen.append("g").attr("class", "memory-cells");
  const path = brush(pen);
  const arrows = {
    read: [path("wire memory-read"), path("arrow-tip read-tip")],
    write: [path("wire memory-write"), path("arrow-tip write-tip")],
  } as const;
  return (moment: Moment<Setting, Run>) => {
    const { result: r, values: v, t } = moment;
    const { x, half: wide } = columns(layout, r.delta.length);
    const { s } = stepAt(r, t);
    const moves = s === 0 ? [] : r.steps[s - 1]!.moves;
    const held = memoryAt(r, t);
    const column = (row: Row, at: number) => (row === "state" ? at * v.c : placeOf(row, at, v, r));
    const wayOf = (row: Row, at: number) => waysOf(moves, row, at);
    const data = rows.flatMap((row): Cell[] => {
      const count = row === "state" ? r.chunks : row === "time" ? r.chunks - 1 : r.delta.length;
      return Array.from({ length: count }, (_, at) => {
        return {
          row,
          at,
          value: held[row][at] ?? (row === "state" && at === 0 ? 0 : undefined),
          way: wayOf(row, at),
        };
      });
    });
    const cell = cells
      .selectAll<SVGGElement, Cell>("g")
      .data(data, (d) => `${d.row}${d.at}`)
      .join((enter) => {
        const fresh = enter.append("g");
        fresh.append("rect").attr("rx", 3);
        fresh.append("text").attr("class", "value");
        return fresh;
      })
      .attr("class", (d) => `memory-cell ${d.way}`)
      .attr("data-symbol", (d) => symbols[d.row])
      .attr("transform", (d) => `translate(${tenth(x(column(d.row, d.at)))},${y[d.row]})`);
    cell
      .select("rect")
      .attr("x", tenth(1.5 - wide))
      .attr("width", tenth(2 * wide - 3))
      .attr("y", -half)
      .attr("height", 2 * half);
    cell
      .select("text")
      .attr("y", tenth(0.36 * type))
      .text((d) => (d.value === undefined ? "" : brief(d.value, layout.chars)));
    drawArrows(arrows, moves, moment, (m) => x(column(m.row, m.at)), layout);
  };
}

/** A chunk's ΣΔ stands under its last token. */
const placeOf = (row: Row, at: number, { c }: Setting, { delta }: Run) =>
  row === "time" ? Math.min((at + 1) * c, delta.length) - 1 : at;

function waysOf(moves: readonly Move[], row: Row, at: number): string {
  const mine = moves.filter((m) => m.row === row && m.at === at).map(({ way }) => way);
  return [...new Set(mine)]
    .map((way) => `${way === "read" ? "being-read" : "being-written"}`)
    .join(" ");
}

type Stroke = ReturnType<ReturnType<typeof brush>>;

/** One arrow up from each column that is read, one down to each that is written; they grow, first those, then these. */
function drawArrows(
  arrows: Record<Move["way"], readonly [shaft: Stroke, tip: Stroke]>,
  moves: readonly Move[],
  { t }: Moment<Setting, Run>,
  at: (m: Move) => number,
  { groups, memory: box }: Layout,
): void {
  const phase = t % 1 === 0 ? 1 : t % 1;
  const [low, high] = [box.top - 3, groups.bottom + 4];
  const grown = { read: Math.min(1, 2 * phase), write: Math.max(0, 2 * phase - 1) };
  for (const way of ["read", "write"] as const) {
    const places = new Set(moves.filter((m) => m.way === way).map(at));
    const [from, to] = way === "read" ? [low, high] : [high, low];
    const end = tenth(from + grown[way] * (to - from));
    const aside = way === "read" ? -5 : 5;
    const all = grown[way] > 0.1 ? [...places].map((x) => tenth(x + aside)) : [];
    const [shaft, tip] = arrows[way];
    shaft.attr("d", all.map((x) => `M${x} ${from}V${end}`).join(""));
    const back = way === "read" ? 7 : -7;
    tip.attr("d", all.map((x) => `M${x} ${end}l-4 ${back}h8z`).join(""));
  }
}
