import { columnsOf, LEAST_ROWS, type Table } from "./columns.ts";
import { encodingOf } from "./encoding.ts";
import { layoutOf, type Layout } from "./layout.ts";
import { megabytes, type Problem } from "./problem.ts";

/** The largest table that is read, in bytes. */
export const MOST_BYTES = 50e6;
/** Bytes read at a time; between two pieces the page may breathe. */
const PIECE = 1 << 17;
/** Characters, and rows of them, from which the layout is found. */
const SAMPLE = 1 << 16;
const SAMPLE_ROWS = 1000;
/** A single row longer than this is no row. */
const LONGEST_ROW = 1 << 22;

/** A spreadsheet's own first line, which names the delimiter; it is found anyway. */
const excel = /^"?sep=."?\n/i;

type Reader = typeof import("papaparse");

/**
 * The columns of numbers in a text table: comma, semicolon, tab, bar or spaces; decimal point or comma; UTF-8, UTF-16,
 * GB 18030 or Windows-1252; with or without header. Anything else is a Problem; nothing throws. Read in pieces, so that
 * the page lives on; `signal` ends it ("cancelled").
 */
export async function readTable(file: Blob, signal?: AbortSignal): Promise<Table | Problem> {
  if (file.size === 0) return { problem: "empty" };
  if (file.size > MOST_BYTES)
    return { problem: "tooBig", size: megabytes(file.size), most: megabytes(MOST_BYTES) };
  let papa: Reader;
  try {
    const module = await import("papaparse");
    papa = (module as { default?: Reader }).default ?? module;
  } catch {
    return { problem: "offline" };
  }
  try {
    const encoding = encodingOf(new Uint8Array(await file.slice(0, PIECE).arrayBuffer()));
    if (encoding === undefined) return { problem: "binary" };
    return await read(papa, pieces(file, encoding), signal);
  } catch {
    return { problem: "unreadable" }; // the file was moved, changed or forbidden while it was read
  }
}

async function read(
  papa: Reader,
  texts: AsyncIterable<string>,
  signal: AbortSignal | undefined,
): Promise<Table | Problem> {
  let table: { layout: Layout; columns: ReturnType<typeof columnsOf> } | undefined;
  let [rest, rows] = ["", 0];
  const parse = (last: boolean): Problem | undefined => {
    const { delimiter } = table!.layout;
    const parser = new papa.Parser({ delimiter, newline: "\n", comments: false });
    const { data, errors, meta } = parser.parse(rest, 0, !last) as import("papaparse").ParseResult<
      string[]
    >;
    const open = last && errors.find((error) => error.code === "MissingQuotes");
    if (open) return { problem: "openQuote", row: rows + (open.row ?? 0) + 1 };
    for (const row of data) table!.columns.add(row);
    rows += data.length;
    rest = last ? "" : rest.slice(meta.cursor);
    return undefined;
  };
  for await (const text of texts) {
    if (signal?.aborted) return { problem: "cancelled" };
    if (text.includes("\0")) return { problem: "binary" };
    rest += text;
    if (!table) {
      const start = rest;
      rest = start.trim() === "" ? "" : start.replace(/^\s*\n/, "").replace(excel, "");
      rows += start.slice(0, start.length - rest.length).split("\n").length - 1;
      if (rest === "") continue;
      const layout = layoutOf(rest.slice(0, SAMPLE), split(papa, rest.length > SAMPLE));
      table = { layout, columns: columnsOf(layout) };
    }
    parse(false);
    if (rest.length > LONGEST_ROW)
      return rest.includes("\n")
        ? { problem: "openQuote", row: rows + 1 }
        : { problem: "tooShort", rows: 1, least: LEAST_ROWS };
  }
  if (!table) return { problem: "empty" };
  return parse(true) ?? table.columns.finish();
}

/** Rows of the sample; the last of a cut one may be half a row and is left out. */
const split = (papa: Reader, cut: boolean) => (text: string, delimiter: string) => {
  const parser = new papa.Parser({
    delimiter,
    newline: "\n",
    comments: false,
    preview: SAMPLE_ROWS,
  });
  const parse = (ignoreLast: boolean): string[][] => parser.parse(text, 0, ignoreLast).data;
  const whole = parse(cut);
  return whole.length > 0 ? whole : parse(false);
};

/** The text of a file piece by piece, every line ended by \n, with a turn of the event loop between two pieces. */
async function* pieces(file: Blob, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let held = "";
  for (let from = 0; from < file.size; from += PIECE) {
    const bytes = await file.slice(from, from + PIECE).arrayBuffer();
    let text = held + decoder.decode(bytes, { stream: from + PIECE < file.size });
    held = text.endsWith("\r") && from + PIECE < file.size ? "\r" : "";
    if (held) text = text.slice(0, -1);
    yield text.replaceAll(/\r\n?/g, "\n");
    await new Promise((resolve) => setTimeout(resolve));
  }
}
