import { Dating } from "./dating.ts";
import { Growing, type Reading } from "./growing.ts";
import { cellsFor, type Layout } from "./layout.ts";
import { decide, type Decimal } from "./numeral.ts";
import { orderOf, reordered, type Order } from "./order.ts";
import type { Note, Problem } from "./problem.ts";
import { withoutSentinel } from "./sentinel.ts";

/** One column of numbers. `name` is "" where the file gives none; `index` counts from 1 in the file. */
export interface Column extends Take {
  readonly name: string;
  readonly index: number;
  /** The same cells by the other decimal mark, where that reads as many of them: the reader may know better. */
  readonly other?: Take;
}

/** The numbers of a column as one decimal mark has them. */
export interface Take {
  readonly decimal: Decimal;
  /** NaN where there is no number. */
  readonly values: Float64Array;
  readonly missing: number;
  /** What was taken for missing in it, and how its numerals were read. */
  readonly notes: readonly Note[];
  /** A cell that the other mark reads otherwise, and what it is here. */
  readonly example?: { readonly cell: string; readonly value: number };
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
const yearly =
  /^(.*\W)?(years?|dates?|time|timestamp|datetime|epoch|period|month|jahr|datum|zeit|année|annee|año|anno|fecha|data|mois|monat)(\W.*)?$|年|月份|日期|时间/i;
/** What stands before sums below a table. */
const total =
  /^\s*(grand |sub-?)?(totals?|sums?|averages?|mean|summe|gesamt|insgesamt|mittel(wert)?|durchschnitt|moyenne|somme|suma|media|totale|合计|总计|小计|平均值?|总和)\s*:?\s*$/i;

/** Takes rows one by one into columns of Float64. Blank rows and sums at the end of the file do not count. */
export function columnsOf(layout: Layout) {
  const used = Math.min(layout.width, MOST_COLUMNS);
  const growing = Array.from({ length: used }, () => new Growing());
  const dates = growing
    .slice(0, TIME)
    .map((_, c) => new Dating(yearly.test((layout.names[c] ?? "").trim())));
  const filled: number[] = [];
  const counts = { ragged: 0, short: 0, totals: 0 };
  let [seen, rows, blank] = [0, 0, 0];
  let held: (readonly string[])[] = [];

  function add(raw: readonly string[]) {
    if (seen++ < layout.skip) return;
    const row = cellsFor(raw, layout) ?? [];
    if (row.length === 0 && raw.some((cell) => cell !== "")) counts.short++;
    if (row.every((cell) => cell.trim() === "")) {
      // An empty line between two others is a gap in a single column; one of empty cells is a gap in each.
      if (layout.width === 1 || row.length > 1 || raw.length > 1) blank++;
      return;
    }
    if (rows > 0 && isTotal(row)) {
      held.push(row);
      return;
    }
    for (const sum of held) put(sum);
    held = [];
    put(row);
  }

  function put(row: readonly string[]) {
    for (; blank > 0; blank--, rows++) for (const column of growing) column.put(rows, "");
    if (row.length > layout.width) counts.ragged++;
    growing.forEach((column, c) => column.put(rows, row[c] ?? ""));
    dates.forEach((date, c) => date.put(rows, row[c] ?? ""));
    filled.push(rows++);
  }

  function finish(): Table | Problem {
    const { order, notes: said } = timeOf(dates, filled, layout);
    const { columns, words, most } = taken(growing, layout, rows, order);
    if (most === 0) return { problem: "noNumbers" };
    if (columns.length === 0) return { problem: "tooShort", rows: most, least: LEAST_ROWS };
    const notes: Note[] = [];
    if (
      columns.some(({ decimal, notes: n }) => decimal === "," && !n.some((x) => x.key === "read"))
    )
      notes.push({ key: "decimalComma" });
    if (layout.preamble > 0) notes.push({ key: "preamble", count: layout.preamble });
    if (words.length > 0) notes.push({ key: "ignored", count: words.length, names: list(words) });
    if (layout.width > MOST_COLUMNS)
      notes.push({ key: "moreColumns", used: MOST_COLUMNS, of: layout.width });
    if (counts.ragged > 0) notes.push({ key: "ragged", count: counts.ragged });
    if (counts.short > 0) notes.push({ key: "short", count: counts.short });
    if (held.length > 0) notes.push({ key: "totals", count: held.length });
    notes.push(...said);
    return { columns, rows: order?.steps.length ?? rows, notes };
  }

  return { add, finish };
}

const isTotal = (row: readonly string[]) => {
  for (let c = 0; c < TIME && c < row.length; c++)
    if (/^\D{2}/.test(row[c]!) && total.test(row[c]!)) return true;
  return false;
};

/** The order of the rows by the first column of dates, with times of day from a column of their own; or why there is none. */
function timeOf(dates: readonly Dating[], filled: readonly number[], { names }: Layout) {
  const kinds = dates.map((date) => date.kind(filled.length));
  const at = kinds.indexOf("dates");
  if (at >= 0) {
    const clocks = dates[kinds.indexOf("clocks")];
    const order = orderOf(dates[at]!.read(filled, clocks), filled);
    return { order, notes: order.notes };
  }
  const c = kinds.findIndex((kind) => kind === "unread" || kind === "tooMany");
  const name = names[c] || `${c + 1}`;
  const notes: Note[] =
    c < 0 ? [] : [kinds[c] === "unread" ? { key: "unread", name } : { key: "manyDates", name }];
  return { order: undefined, notes };
}

/** The columns of numbers, the names of the others, and the most numbers in one. */
function taken(
  growing: readonly Growing[],
  layout: Layout,
  rows: number,
  order: Order | undefined,
) {
  const columns: Column[] = [];
  const words: string[] = [];
  let most = 0;
  growing.forEach((column, c) => {
    const others = new Set(growing.flatMap((g) => (g === column ? [] : (g.sure() ?? []))));
    const known = others.size === 1 ? [...others][0] : undefined;
    const decimal = decide(column.evidence, known, layout.delimiter);
    const reading = column.reading(decimal, rows);
    const name = layout.names[c] ?? "";
    const isNumeric = reading.numbers > 0 && reading.numbers >= reading.text;
    if (isNumeric) most = Math.max(most, reading.numbers);
    if (isNumeric && reading.numbers >= LEAST_ROWS) {
      const second = reading.example && column.reading(decimal === "." ? "," : ".", rows);
      columns.push({
        name,
        index: c + 1,
        ...take(reading, order),
        ...(second?.text === reading.text && { other: take(second, order) }),
      });
    } else if (reading.text > 0) words.push(name || `${c + 1}`);
  });
  return { columns, words, most };
}

function take(
  { decimal, values: read, notes: said, example }: Reading,
  order: Order | undefined,
): Take {
  const notes = [...said];
  const sentinel = withoutSentinel(read);
  if (sentinel) notes.push({ key: "sentinel", value: sentinel.value, count: sentinel.count });
  const there = sentinel?.values ?? read;
  const values = order ? reordered(there, order.steps) : there;
  const missing = values.reduce((sum, x) => sum + Number(Number.isNaN(x)), 0);
  return { decimal, values, missing, notes, ...(example && { example }) };
}

/** A few names for a sentence. */
const list = (words: readonly string[]) =>
  words.slice(0, 5).join(" · ") + (words.length > 5 ? " · …" : "");
