import { affixed, type Affixed } from "./affix.ts";

/** The mark between whole and fraction. */
export type Decimal = "." | ",";

/** What a cell holds: a finite number, or why it is none. */
export type Numeral = number | "gap" | "notFinite" | "text";

/** A cell as either mark has it, without what stands around its digits (unit, currency, percent). */
export interface Read {
  readonly ".": Numeral;
  readonly ",": Numeral;
  readonly affix: string;
}

const plain = {
  ".": /^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i,
  ",": /^(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i,
};
/** Thousands, and lakh and crore: 1,87,035. A number in groups does not begin with 0. */
const grouped = {
  ".": /^(?:[1-9]\d{0,2}(?:([, '’])\d{3})(?:\1\d{3})*|[1-9]\d?(?:,\d{2})+,\d{3})(?:\.\d*)?$/,
  ",": /^[1-9]\d{0,2}([. '’])\d{3}(?:\1\d{3})*(?:,\d*)?$/,
};
const gap =
  /^(|[-–—?/]|--+|\*+|\.{1,3}|…|:|\\n|#?n\/?[ad]|n\.[ad]\.?|k\.\s?a\.?|null|none|nil|missing|缺失|缺测|无|无数据|暂无)$/i;
/** A decimal point that groups no thousands: these cells and whole numbers are most of most files. */
const sureDecimal = /^[+-]?(?:0\d*\.\d+|\d{4,15}\.\d+|\d{1,3}\.(?:\d{1,2}|\d{4,15}))$/;
const letters = /^[a-z_ ]+$/i;
const notFinite = /^[+-]?(nan|inf|infinity|∞|1\.#.*)$/i;

/**
 * Reads one cell by pattern, never by evaluation, as both marks have it. Thousands may be grouped by the other mark, a space or
 * an apostrophe; full-width digits and the true minus sign are read; a number beyond Float64 is "notFinite".
 */
export function read(cell: string): Read {
  let text = cell.trim();
  if (/^[+-]?\d{1,15}$/.test(text)) return same(+text, "");
  if (letters.test(text))
    return same(notFinite.test(text) ? "notFinite" : gap.test(text) ? "gap" : "text", "");
  if (sureDecimal.test(text)) return { ".": +text, ",": "text", affix: "" };
  if (!isAscii(text)) text = text.normalize("NFKC").replace("−", "-").trim();
  if (gap.test(text)) return same("gap", "");
  if (notFinite.test(text)) return same("notFinite", "");
  const parts = affixed(text);
  if (!parts) return same("text", "");
  return { ".": under(parts, "."), ",": under(parts, ","), affix: parts.affix };
}

/** One cell under one mark, whatever its unit. */
export const numeral = (cell: string, decimal: Decimal): Numeral => read(cell)[decimal];

/** Whether either mark makes a number, or nothing, of the cell. */
export const isText = (cell: string): boolean => {
  const found = read(cell);
  return found["."] === "text" && found[","] === "text";
};

function under({ negative, digits }: Affixed, decimal: Decimal): Numeral {
  const joined = plain[decimal].test(digits)
    ? digits
    : grouped[decimal].test(digits)
      ? digits.replaceAll(decimal === "." ? /[, '’]/g : /[. '’]/g, "")
      : undefined;
  if (joined === undefined) return "text";
  const value = +joined.replace(",", ".");
  if (!Number.isFinite(value)) return "notFinite";
  return negative ? -value : value;
}

const same = (value: Numeral, affix: string): Read => ({ ".": value, ",": value, affix });

/** What the cells of a column say of their marks. */
export interface Evidence {
  /** Cells that only one mark can read. */
  readonly sure: { readonly ".": number; readonly ",": number };
  /** Cells that both read, differently: 1.355 and 1,355. */
  readonly either: { readonly ".": number; readonly ",": number };
  /** Whole numbers without any mark, of one to three digits and of more. */
  readonly small: number;
  readonly large: number;
}

/**
 * The decimal mark of a column: the one that reads more of its cells; where all cells can be read either way, that of the other
 * columns; then by the whole numbers among them, since 987 beside 1.355 and 2.100 means thousands and 2100 beside them does not.
 */
export function decide(e: Evidence, others: Decimal | undefined, delimiter: string): Decimal {
  if (e.sure["."] !== e.sure[","]) return e.sure["."] > e.sure[","] ? "." : ",";
  if (e.either["."] + e.either[","] === 0) return ".";
  if (others) return others;
  const mark: Decimal = e.either["."] >= e.either[","] ? "." : ",";
  if (e.large > 0) return mark;
  if (e.small > 0) return mark === "." ? "," : ".";
  return mark === "," && delimiter === "," ? "." : mark;
}

/** A tally of what the cells say, to be decided by. */
export function tally() {
  const e = { sure: { ".": 0, ",": 0 }, either: { ".": 0, ",": 0 }, small: 0, large: 0 };
  return {
    evidence: e as Evidence,
    add(cell: string, { ".": point, ",": comma }: Read) {
      if (point === comma) {
        if (typeof point !== "number" || !Number.isInteger(point) || point === 0) return;
        if (/[.,]/.test(cell)) return;
        if (Math.abs(point) < 1000) e.small++;
        else e.large++;
      } else if (comma === "text") e.sure["."]++;
      else if (point === "text") e.sure[","]++;
      else e.either[cell.includes(",") ? "," : "."]++;
    },
  };
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
