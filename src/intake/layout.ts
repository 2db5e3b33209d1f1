import { isText, read } from "./numeral.ts";
import { extentsOf, placed, type Extents } from "./spaced.ts";

/** How a table is written: found once, from its beginning. */
export interface Layout {
  readonly delimiter: string;
  /** Cells of most rows. */
  readonly width: number;
  /** Rows before the first row of data: lines above the table and the header. */
  readonly skip: number;
  /** Lines above the table that are not its header. */
  readonly preamble: number;
  /** Names by column; none where there is no header. */
  readonly names: readonly string[];
  /** Where each column stands, of a table set with spaces that keeps its columns below each other. */
  readonly extents?: Extents | undefined;
}

/** Splits text into rows of raw cells. */
export type Split = (text: string, delimiter: string) => string[][];

/** No table contains it, so every row has one cell. */
const none = "\u001f";
const delimiters = [";", "\t", "|", ",", none, " "];

/** Cells of a row; columns set apart by runs of spaces have no empty ones. */
const cellsOf = (row: readonly string[], delimiter: string): readonly string[] =>
  delimiter === " " ? row.filter((cell) => cell !== "") : row;

/**
 * Cells of a row of a table; undefined where a row set with spaces is too short to say which ones are missing: neither by two
 * spaces for an empty cell nor by where its cells stand.
 */
export function cellsFor(row: readonly string[], layout: Layout): readonly string[] | undefined {
  const cells = cellsOf(row, layout.delimiter);
  if (layout.delimiter !== " " || cells.length >= layout.width || cells.length === 0) return cells;
  if (row.length === layout.width) return row;
  return layout.extents && placed(row, layout.extents);
}

/** The delimiter under which most rows have equally many cells and most cells are numbers, and what follows from it. */
export function layoutOf(sample: string, split: Split): Layout {
  let best = weigh(sample, split, delimiters[0]!);
  for (const delimiter of delimiters.slice(1)) {
    const next = weigh(sample, split, delimiter);
    if (next.score > best.score) best = next;
  }
  const { raw, rows, width, delimiter } = best;
  let first = rows.findIndex((row) => isData(row, width));
  if (first < 0) first = 0;
  const above = rows.slice(0, first).filter((row) => !isBlank(row)).length;
  const { names, rows: headers, above: taken } = namesOf(rows, first, width, delimiter);
  const skip = first + headers;
  const full = raw.slice(skip).filter((_, k) => isData(rows[skip + k]!, width));
  return {
    delimiter,
    width,
    skip,
    preamble: above - taken,
    names,
    extents: delimiter === " " ? extentsOf(full, width) : undefined,
  };
}

/** Names by column, how many rows from the first of full width on they take, and how many lines above it. */
function namesOf(
  rows: readonly (readonly string[])[],
  first: number,
  width: number,
  delimiter: string,
): { names: string[]; rows: number; above: number } {
  if (isHeader(rows, first, width)) {
    const names = rows[first]!.map(clean);
    const units = rows[first + 1];
    const second = units && isData(units, width) && isUnits(rows, first + 1, width);
    if (!second) return { names, rows: 1, above: 0 };
    return {
      names: names.map((n, c) => [n, clean(units[c]!)].join(" ").trim()),
      rows: 2,
      above: 0,
    };
  }
  const line = rows[first - 1];
  if (!line || isBlank(line)) return { names: [], rows: 0, above: 0 };
  if (isComment(line)) {
    const words = [line[0]!.trim().replace(/^#+/, ""), ...line.slice(1)];
    const named = cellsOf(words, delimiter).map(clean);
    if (named.length === width && named.every((name) => name !== ""))
      return { names: named, rows: 0, above: 1 };
  } else if (line.length === width - 1 && line.every((cell) => isText(cell)))
    return { names: ["", ...line.map(clean)], rows: 0, above: 1 }; // R leaves the rows' names unnamed
  return { names: [], rows: 0, above: 0 };
}

function weigh(sample: string, split: Split, delimiter: string) {
  const raw = split(sample, delimiter);
  const rows = raw.map((row) => cellsOf(row, delimiter));
  const said = rows.filter((row) => !isBlank(row) && !isComment(row));
  const width = mode(said.map((row) => row.length));
  const usual = said.filter((row) => row.length === width);
  const cells = usual.flat();
  let numbers = 0;
  for (const cell of cells) if (!isText(cell)) numbers++;
  // Where commas also part words, they part numbers too, and are no decimal marks.
  const parted =
    delimiter === none
      ? !cells.some((cell) => cell.includes(",") && isText(cell))
      : width > 1 && !(delimiter === "," && usual.every(isOneNumber));
  const score =
    parted && cells.length > 0 ? (usual.length / said.length) * (0.05 + numbers / cells.length) : 0;
  return { raw, rows, width, delimiter, score };
}

/** A row that commas part, but into groups of digits as one number has them: 1,87,035 or 1,035. */
const isOneNumber = (row: readonly string[]) =>
  typeof read(row.join(","))["."] === "number" &&
  row.length > 1 &&
  (row.length > 2 || row[1]!.startsWith("0"));

/** A row of words over columns of numbers. */
function isHeader(rows: readonly (readonly string[])[], at: number, width: number): boolean {
  const header = rows[at] ?? [];
  const body = rows.slice(at + 1).filter((row) => isData(row, width));
  const words = header.map((cell, c) => isWord(cell, c, body));
  const count = words.filter(Boolean).length;
  const numbers = header.filter((cell, c) => !words[c] && read(cell)["."] !== "gap").length;
  if (count === 0 || count < numbers) return false;
  return words.some((word, c) => {
    if (!word) return false;
    const below = body.map((row) => row[c]!).filter((cell) => read(cell)["."] !== "gap");
    return below.length > 0 && below.filter((cell) => !isText(cell)).length * 2 >= below.length;
  });
}

/** Text, or a number with a unit that the cells below do not have, as in the name "10 m". */
function isWord(cell: string, c: number, body: readonly (readonly string[])[]): boolean {
  if (isText(cell)) return true;
  const { affix } = read(cell);
  return /\p{L}/u.test(affix) && !body.slice(0, 20).some((row) => read(row[c]!).affix === affix);
}

/** A second line of the header: the units of the columns, no number among them. */
const isUnits = (rows: readonly (readonly string[])[], at: number, width: number) =>
  isHeader(rows, at, width) &&
  rows[at]!.every((cell) => cell.trim() === "" || unitLike.test(cell.trim()));
const unitLike = /^[([].*[)\]]$|^[^\d]*[%°µμ/²³^][^\d]*$|^\p{L}{1,3}[23]?$|^y{2,4}\P{N}*$/iu;

const isBlank = (row: readonly string[]) =>
  row.length === 0 || (row.length === 1 && row[0]!.trim() === "");
/** A line that begins with #, unless it is a spreadsheet's word for an error (#N/A, #DIV/0!). */
const isComment = (row: readonly string[]) => /^\s*#(?!n\/a|[a-z/0]+[!?])/i.test(row[0] ?? "");
const isData = (row: readonly string[], width: number) =>
  row.length === width && !isBlank(row) && !isComment(row);

/** A name fit for one line of a menu. It is text from a file: show it as text. */
const clean = (cell: string) =>
  cell
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 80);

function mode(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const n of counts) times.set(n, (times.get(n) ?? 0) + 1);
  let best = 1;
  for (const [n, k] of times) if (k > (times.get(best) ?? 0)) best = n;
  return best;
}
