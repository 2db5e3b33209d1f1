import { brush, type Pen, stroke, tenth, write } from "../../draw/picture.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";

export interface ChartWords {
  readonly reduceWord: string;
  readonly carryWord: string;
  readonly writeWord: string;
  readonly aloneWord: string;
}

const kinds = ["reduce", "carry", "write"] as const;
/** From a time step to its place, and the rows of the helpers. */
export function chartScales({ counted, alone, used }: Run, { chart }: Layout) {
  const { left, right, top, bottom } = chart;
  const most = Math.max(1, counted.depth, alone.depth);
  const row = Math.min(26, (bottom - top) / used);
  return {
    most,
    row,
    x: (time: number) => left + (time / most) * (right - left),
    y: (helper: number) => top + helper * row,
    end: top + used * row,
  };
}

/** Who does what in which time step: a row for each helper, and where one helper alone would be done. */
export function chart(pen: Pen, layout: Layout, words: ChartWords) {
  const { left, right, top } = layout.chart;
  const g = pen.append("g").attr("class", "schedule");
  legend(g, left, top - 12, words);
  const path = brush(g);
  const rows = path("axis");
  const later = kinds.map((k) => path(`cell ${k} to-come`));
  const past = kinds.map((k) => path(`cell ${k}`));
  const [done, solo, cursor] = [path("done-at"), path("alone-at"), path("cursor")];
  const soloText = write(g, right, top - 12, "end");
  const doneText = write(g, 0, 0, "middle", "", "tick title");
  const drawNames = rowNames(g, left - 6);
  return (r: Run, t: number) => {
    const { x, y, row, end, most } = chartScales(r, layout);
    const d = cellsAt(r, layout, t);
    kinds.forEach((_, k) => {
      later[k]!.attr("d", d.later[k]!);
      past[k]!.attr("d", d.past[k]!);
    });
    rows.attr(
      "d",
      r.ticks[0]!.stands.map((_, j) => `M${left} ${tenth(y(j) + row / 2)}H${right}`).join(""),
    );
    const { depth } = r.counted;
    solo.attr("d", `M${tenth(x(r.alone.depth))} ${top - 6}V${tenth(end)}`);
    soloText.text(`${words.aloneWord}: ${r.alone.depth}`);
    done.attr("d", depth < most ? `M${tenth(x(depth))} ${top - 2}V${tenth(end + 5)}` : "");
    doneText
      .attr("x", tenth(Math.min(right - 8, Math.max(left + 4, x(depth)))))
      .attr("y", tenth(end + 18))
      .text(depth);
    cursor.attr("d", `M${tenth(x(Math.min(t, depth)))} ${top - 2}V${tenth(end + 2)}`);
    drawNames(y, row, r.used);
  };
}

/** The cells of what is done and of what is to come, as a path for each kind. */
function cellsAt(r: Run, layout: Layout, t: number) {
  const { x, y, row } = chartScales(r, layout);
  const d = { past: ["", "", ""], later: ["", "", ""] };
  const [pad, high] = [row > 9 ? 1.5 : 0.7, row - (row > 9 ? 3 : 1.4)];
  r.ticks.forEach(({ stands }, time) =>
    stands.forEach(({ doing }, j) => {
      const k = kinds.findIndex((name) => name === doing);
      if (k < 0 || time === 0) return;
      const [from, to] = [x(time - 1) + 0.8, x(time) - 0.8];
      const reached = Math.max(0, Math.min(1, t - (time - 1)));
      const cell = (width: number) =>
        `M${tenth(from)} ${tenth(y(j) + pad)}h${tenth(width)}v${tenth(high)}h${tenth(-width)}z`;
      if (reached < 1) d.later[k] += cell(to - from);
      if (reached > 0) d.past[k] += cell((to - from) * reached);
    }),
  );
  return d;
}

/** The numbers of the helpers, as many as there is room for. */
function rowNames(pen: Pen, right: number) {
  const g = pen.append("g");
  return (y: (helper: number) => number, row: number, used: number) => {
    const every = Math.max(1, Math.ceil(13 / row));
    g.selectAll("text")
      .data(Array.from({ length: Math.ceil(used / every) }, (_, k) => k * every))
      .join("text")
      .attr("class", "tick")
      .attr("text-anchor", "end")
      .attr("x", right)
      .attr("y", (j) => tenth(y(j) + row / 2 + 4.5))
      .text((j) => j + 1);
  };
}

function legend(pen: Pen, left: number, y: number, words: ChartWords) {
  let x = left;
  for (const kind of kinds) {
    const text = words[`${kind}Word`];
    stroke(pen, `cell ${kind}`).attr("d", `M${x} ${y - 10}h12v11h-12z`);
    write(pen, x + 17, y, "start", text);
    x += 34 + [...text].reduce((w, c) => w + (c > "\u2000" ? 13.5 : 7.2), 0);
  }
}
