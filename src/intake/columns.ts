import { cellsOf, type Layout } from "./layout.ts";
import { numeral } from "./numeral.ts";
import { dating, reordered, type Order } from "./order.ts";
import type { Note, Problem } from "./problem.ts";

/** One column of numbers. `name` is "" where the file gives none; `index` counts from 1 in the file. */
export interface Column {
  readonly name: string;
  readonly index: number;
  /** NaN where there is no number. */
  readonly values: Float64Array;
  readonly missing: number;
  /** What was taken for missing in it. */
  readonly notes: readonly Note[];
}

/** The columns of numbers of a file, and what was left out of it. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly notes: readonly Note[];
}

/** Columns beyond these are left out, and the table's notes say so. */
export const MOST_COLUMNS = 256;
/** A series has at least this many samples. */
export const LEAST_ROWS = 2;

/** The time stands in one of so many first columns. */
const TIME = 3;
/** Names of a column whose bare years are dates. */
const yearly = /^(year|years|date|time|jahr|année|annee|año|anno|年|年份|年度|时间|日期)$/i;

interface Growing {
  values: Float64Array;
  numbers: number;
  notFinite: number;
  text: number;
}

/** Takes rows one by one into columns of Float64. Rows of nothing at the end of the file do not count. */
export function columnsOf(layout: Layout) {
  const used = Math.min(layout.width, MOST_COLUMNS);
  const growing: Growing[] = Array.from({ length: used }, () => ({
    values: new Float64Array(1024),
    numbers: 0,
    notFinite: 0,
    text: 0,
  }));
  const dates = growing
    .slice(0, TIME)
    .map((_, c) => dating(yearly.test((layout.names[c] ?? "").trim())));
  let [seen, rows, blank, ragged] = [0, 0, 0, 0];

  function add(raw: readonly string[]) {
    if (seen++ < layout.skip) return;
    const row = cellsOf(raw, layout.delimiter);
    if (row.length === 0 || (row.length === 1 && row[0]!.trim() === "")) {
      if (layout.width === 1) blank++; // in a single column an empty line is a gap, if more follows
      return;
    }
    for (; blank > 0; blank--) for (const column of growing) put(column, rows++, "");
    if (row.length > layout.width) ragged++;
    for (let c = 0; c < used; c++) put(growing[c]!, rows, row[c] ?? "");
    dates.forEach((date, c) => date.put(rows, row[c] ?? ""));
    rows++;
  }

  function put(column: Growing, at: number, cell: string) {
    if (at >= column.values.length) column.values = grown(column.values);
    const value = numeral(cell, layout.decimal);
    column.values[at] = typeof value === "number" ? value : NaN;
    if (typeof value === "number") column.numbers++;
    else if (value !== "gap") column[value]++;
  }

  const order = () => dates.map((date) => date.order(rows)).find((found) => found !== undefined);
  return { add, finish: () => finish(layout, growing, rows, ragged, order()) };
}

function finish(
  layout: Layout,
  growing: readonly Growing[],
  rows: number,
  ragged: number,
  order: Order | undefined,
): Table | Problem {
  const columns: Column[] = [];
  const words: string[] = [];
  let numbers = 0;
  growing.forEach((column, c) => {
    const name = layout.names[c] ?? "";
    const isNumeric = column.numbers > 0 && column.numbers >= column.text;
    if (isNumeric) numbers = Math.max(numbers, column.numbers);
    if (isNumeric && column.numbers >= LEAST_ROWS)
      columns.push(taken(column, name, c + 1, rows, order?.steps));
    else if (column.text > 0) words.push(name || `${c + 1}`);
  });
  if (numbers === 0) return { problem: "noNumbers" };
  if (columns.length === 0) return { problem: "tooShort", rows: numbers, least: LEAST_ROWS };
  const notes: Note[] = [];
  if (layout.decimal === ",") notes.push({ key: "decimalComma" });
  if (layout.preamble > 0) notes.push({ key: "preamble", count: layout.preamble });
  if (words.length > 0) notes.push({ key: "ignored", count: words.length, names: list(words) });
  if (layout.width > MOST_COLUMNS)
    notes.push({ key: "moreColumns", used: MOST_COLUMNS, of: layout.width });
  if (ragged > 0) notes.push({ key: "ragged", count: ragged });
  if (order) notes.push(...order.notes);
  return { columns, rows: order?.steps?.length ?? rows, notes };
}

function taken(
  column: Growing,
  name: string,
  index: number,
  rows: number,
  steps: Order["steps"],
): Column {
  const notes: Note[] = [];
  if (column.notFinite > 0) notes.push({ key: "notFinite", count: column.notFinite });
  if (column.text > 0) notes.push({ key: "notNumbers", count: column.text });
  const read = column.values.slice(0, rows);
  const values = steps ? reordered(read, steps) : read;
  const missing = steps ? values.filter((x) => Number.isNaN(x)).length : rows - column.numbers;
  return { name, index, values, missing, notes };
}

function grown(values: Float64Array): Float64Array {
  const longer = new Float64Array(values.length * 2);
  longer.set(values);
  return longer;
}

/** A few names for a sentence. */
const list = (words: readonly string[]) =>
  words.slice(0, 5).join(" · ") + (words.length > 5 ? " · …" : "");
