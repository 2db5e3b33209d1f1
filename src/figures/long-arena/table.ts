import { box } from "../../draw/box.ts";
import { surface } from "../../draw/scrub.ts";
import { graspable, pointed, tellValue } from "../../draw/hand.ts";
import { type Pen, type Root, stroke } from "../../draw/picture.ts";
import type { Stage } from "../../kit/figure.ts";
import { columns, type Row, type Run } from "./compute.ts";
import { columnAt, header, type Column } from "./header.ts";
import { rowAt, type Layout } from "./layout.ts";
import { dots, markKey } from "./marks.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

/** The columns that there is room for: all, or the average and the one that sorts. */
const shownOf = ({ compact }: Layout, sort: number): readonly number[] =>
  compact ? [0, sort === 0 ? columns.length - 1 : sort] : columns.map((_, k) => k);

const sourceWords: Readonly<Record<string, Phrase>> = {
  s4: "fromS4",
  s4updated: "fromS4updated",
  mega: "fromMega",
  s5: "fromS5",
  second: "fromSecond",
};

/** Names that are words, not names. */
const wordOf: Readonly<Record<string, Phrase>> = {
  chance: "chanceRow",
  local: "localRow",
  again: "againRow",
  s4first: "s4firstRow",
};

/** Models down, tasks across, a dot for each result; below, the numbers of the row in focus or pointed at. */
export function table(
  pen: Pen,
  svg: Root,
  layout: Layout,
  { say, set }: Pick<Stage<Setting, Phrase>, "say" | "set">,
) {
  const band = pen.append("rect").attr("class", "band");
  const head = header(pen, layout, say("average"));
  const guides = stroke(pen, "axis");
  const hover = stroke(pen, "hovered");
  const drawNames = names(pen, layout, say);
  const drawDots = dots(pen);
  const drawFoot = foot(pen, layout, say);
  markKey(pen, layout, say);
  let now: Now | undefined;
  const point = (i: number | undefined) => {
    if (!now) return;
    const { r, shown, y, end } = now;
    const at = i ?? r.rows.indexOf(r.focus);
    hover.attr(
      "d",
      i === undefined ? "" : `M${layout.left - 6} ${y(i).toFixed(1)}H${layout.right}`,
    );
    drawFoot(r.rows[at]!, shown, end);
  };
  const pick = hands(svg, layout, say, set, point);

  return (r: Run, v: Setting) => {
    const { rows, focus } = r;
    const y = (i: number) => rowAt(layout, i, rows.length);
    const step = y(1) - y(0);
    const sort = columns.indexOf(v.sort);
    const shown = shownOf(layout, sort).map((column, k, all) =>
      columnAt(layout, column, k, all.length),
    );
    const end = y(rows.length - 1) + step / 2;
    now = { r, shown, y, end };
    head(shown, sort, end);
    band
      .attr("x", 2)
      .attr("width", layout.width - 4)
      .attr("y", y(rows.indexOf(focus)) - step / 2)
      .attr("height", step);
    guides.attr(
      "d",
      rows.map((_, i) => `M${layout.left - 6} ${y(i).toFixed(1)}H${layout.right}`).join(""),
    );
    drawNames(rows, focus, y);
    drawDots(rows, focus, shown, y);
    point(undefined);
    pick(r, v, shown);
  };
}

const nameOf = ({ model }: Row, say: (word: Phrase) => string) => {
  const word = wordOf[model.id];
  return word ? say(word) : model.name;
};

function names(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const g = pen.append("g");
  return (rows: readonly Row[], focus: Row, y: (i: number) => number) =>
    g
      .selectAll<SVGTextElement, Row>("text")
      .data(rows)
      .join("text")
      .attr("class", (row) => (row === focus ? "tick strong" : "tick"))
      .attr("x", layout.names)
      .attr("y", (_, i) => y(i) + 4.5)
      .attr("text-anchor", "end")
      .text((row) => nameOf(row, say));
}

interface Now {
  readonly r: Run;
  readonly shown: readonly Column[];
  readonly y: (i: number) => number;
  readonly end: number;
}

/** The numbers of a row below their columns, and where they come from. */
function foot(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const numbers = pen.append("g");
  const source = pen
    .append("text")
    .attr("class", "tick")
    .attr("x", layout.right)
    .attr("text-anchor", "end");
  const name = pen
    .append("text")
    .attr("class", "tick strong")
    .attr("x", layout.names)
    .attr("text-anchor", "end");
  return (row: Row, shown: readonly Column[], end: number) => {
    const { model, values, failed } = row;
    name.attr("y", end + 30).text(nameOf(row, say));
    numbers
      .selectAll<SVGTextElement, Column>("text")
      .data(shown)
      .join("text")
      .attr("class", "value")
      .attr("x", ({ left, right }) => (left + right) / 2)
      .attr("y", end + 30)
      .text(({ column }) => (failed[column] ? "×" : values[column]!.toFixed(2)));
    // On a phone there is no room: the caption tells it.
    source.attr("y", end + 48).text(layout.compact ? "" : say(sourceWords[model.source]!));
  };
}

/** A row is pointed at or walked to, a column chosen to sort by. */
function hands(
  svg: Root,
  layout: Layout,
  say: (word: Phrase) => string,
  set: (patch: Partial<Setting>) => void,
  point: (i: number | undefined) => void,
) {
  const ground = (top: number, bottom: number) =>
    surface(svg, box({ left: 2, top, width: layout.width - 4, bottom }), "choosing");
  const heads = ground(2, layout.top - 2);
  const body = ground(layout.top, layout.bottom);
  let now: { r: Run; v: Setting; shown: readonly Column[] } | undefined;
  const focusOn = (i: number) => {
    const { rows, focus } = now!.r;
    const row = rows[Math.max(0, Math.min(rows.length - 1, i))]!;
    if (row !== focus) set({ model: row.model.id });
  };
  const sortBy = (column: number) => {
    const id = columns[Math.max(0, Math.min(columns.length - 1, column))]!;
    if (id !== now!.v.sort) set({ sort: id });
  };
  const rowUnder = (py: number) => {
    const n = now!.r.rows.length;
    const step = rowAt(layout, 1, n) - rowAt(layout, 0, n);
    return Math.max(0, Math.min(n - 1, Math.floor((py - layout.top) / step)));
  };
  body
    .on("pointermove.look", (e: PointerEvent) => point(rowUnder(pointed(body.node()!, e)[1])))
    .on("pointerleave.look", () => point(undefined));
  graspable(body, {
    label: say("chooseModel"),
    move: (_, py) => focusOn(rowUnder(py)),
    nudge: (dx, dy) => focusOn(now!.r.rows.indexOf(now!.r.focus) + dx - dy),
  });
  graspable(heads, {
    label: say("chooseSort"),
    move: (px, _, first) => {
      const hit = now!.shown.find(({ left, right }) => px >= left - 6 && px <= right + 6);
      if (first && hit) sortBy(hit.column);
    },
    nudge: (dx, dy) => sortBy(columns.indexOf(now!.v.sort) + dx + dy),
  });
  return (r: Run, v: Setting, shown: readonly Column[]) => {
    now = { r, v, shown };
    const at = r.rows.indexOf(r.focus);
    const spoken = `${r.focus.model.name}, ${r.focus.values[0]!.toFixed(2)} %`;
    tellValue(body, spoken, at + 1, 1, r.rows.length);
    tellValue(heads, v.sort, columns.indexOf(v.sort), 0, columns.length - 1);
  };
}
