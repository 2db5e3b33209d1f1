import { decimalOf, numeral, type Decimal } from "./numeral.ts";

/** How a table is written: found once, from its beginning. */
export interface Layout {
  readonly delimiter: string;
  readonly decimal: Decimal;
  /** Cells of most rows. */
  readonly width: number;
  /** Rows before the first row of data: lines above the table and the header. */
  readonly skip: number;
  /** Lines above the table that are not its header. */
  readonly preamble: number;
  /** Names by column; none where there is no header. */
  readonly names: readonly string[];
}

/** Splits text into rows of raw cells. */
export type Split = (text: string, delimiter: string) => string[][];

/** No table contains it, so every row has one cell. */
const none = "\u001f";
const delimiters = [";", "\t", "|", ",", none, " "];

/** Cells of a row; columns set apart by runs of spaces have no empty ones. */
export const cellsOf = (row: readonly string[], delimiter: string): readonly string[] =>
  delimiter === " " ? row.filter((cell) => cell !== "") : row;

/** The delimiter under which most rows have equally many cells and most cells are numbers, and what follows from it. */
export function layoutOf(sample: string, split: Split): Layout {
  let best = weigh(sample, split, delimiters[0]!);
  for (const delimiter of delimiters.slice(1)) {
    const next = weigh(sample, split, delimiter);
    if (next.score > best.score) best = next;
  }
  const { rows, width, decimal, delimiter } = best;
  let first = rows.findIndex((row) => isData(row, width));
  if (first < 0) first = 0;
  const comment = rows[first - 1];
  let names: string[] = [];
  let skip = first;
  if (isHeader(rows, first, width, decimal)) {
    names = rows[first]!.map(clean);
    skip = first + 1;
  } else if (comment && isComment(comment)) {
    const words = [comment[0]!.trim().replace(/^#+/, ""), ...comment.slice(1)];
    const named = cellsOf(words, delimiter).map(clean);
    if (named.length === width && named.every((name) => name !== "")) names = named;
  }
  const above = rows.slice(0, first).filter((row) => !isBlank(row)).length;
  const preamble = above - (skip === first && names.length > 0 ? 1 : 0);
  return { delimiter, decimal, width, skip, preamble, names };
}

function weigh(sample: string, split: Split, delimiter: string) {
  const rows = split(sample, delimiter).map((row) => cellsOf(row, delimiter));
  const said = rows.filter((row) => !isBlank(row) && !isComment(row));
  const width = mode(said.map((row) => row.length));
  const usual = said.filter((row) => row.length === width);
  const decimal = decimalOf(usual.flat(), delimiter);
  const cells = usual.flat();
  let numbers = 0;
  for (const cell of cells) if (numeral(cell, decimal) !== "text") numbers++;
  // Where commas also part words, they part numbers too, and are no decimal marks.
  const parted =
    delimiter === none
      ? !cells.some((cell) => cell.includes(",") && numeral(cell, decimal) === "text")
      : width > 1;
  const score =
    parted && cells.length > 0 ? (usual.length / said.length) * (0.05 + numbers / cells.length) : 0;
  return { rows, width, decimal, delimiter, score };
}

/** A row of words over columns of numbers. */
function isHeader(
  rows: readonly (readonly string[])[],
  at: number,
  width: number,
  decimal: Decimal,
): boolean {
  const kinds = rows[at]?.map((cell) => numeral(cell, decimal)) ?? [];
  const words = kinds.filter((kind) => kind === "text").length;
  const numbers = kinds.filter((kind) => typeof kind === "number").length;
  if (words === 0 || words < numbers) return false;
  const body = rows.slice(at + 1).filter((row) => isData(row, width));
  return kinds.some((kind, c) => {
    if (kind !== "text") return false;
    const below = body.map((row) => numeral(row[c]!, decimal)).filter((k) => k !== "gap");
    return below.length > 0 && below.filter((k) => k !== "text").length * 2 >= below.length;
  });
}

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
