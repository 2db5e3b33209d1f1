/** The mark between whole and fraction. */
export type Decimal = "." | ",";

/** What a cell holds: a finite number, or why it is none. */
export type Numeral = number | "gap" | "notFinite" | "text";

const plain = {
  ".": /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i,
  ",": /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i,
};
const grouped = {
  ".": /^[+-]?\d{1,3}([, '’]\d{3})+(\.\d*)?$/,
  ",": /^[+-]?\d{1,3}([. '’]\d{3})+(,\d*)?$/,
};
const gap = /^(|[-–—?]|--|\.{1,3}|#?n\/?a|null|none|nil|missing|缺失|无)$/i;
const notFinite = /^[+-]?(nan|inf|infinity|∞|1\.#.*)$/i;

/**
 * Reads one cell by pattern, never by evaluation. Thousands may be grouped by the other mark, a space or an apostrophe;
 * full-width digits and the true minus sign are read; a number beyond Float64 is "notFinite".
 */
export function numeral(cell: string, decimal: Decimal): Numeral {
  if (decimal === "." && plain["."].test(cell)) return finite(cell); // most cells of most files
  let text = cell.trim();
  if (!isAscii(text)) text = text.normalize("NFKC").replace("−", "-").trim();
  if (plain[decimal].test(text)) return finite(decimal === "," ? text.replace(",", ".") : text);
  if (gap.test(text)) return "gap";
  if (grouped[decimal].test(text)) {
    const joined = text.replaceAll(decimal === "." ? /[, '’]/g : /[. '’]/g, "");
    return finite(joined.replace(",", "."));
  }
  return notFinite.test(text) ? "notFinite" : "text";
}

/** The decimal mark that most of the cells use; what could be either counts only where commas do not part the cells. */
export function decimalOf(cells: Iterable<string>, delimiter: string): Decimal {
  let [commas, dots, either] = [0, 0, 0];
  for (const cell of cells) {
    const text = cell.trim();
    if (/^[+-]?\d*\.\d+(e[+-]?\d+)?$/i.test(text)) dots++;
    else if (/^[+-]?\d{1,3}(,\d{3})+$/.test(text)) either++;
    else if (numeral(text, ",") !== "text" && text.includes(",")) commas++;
  }
  if (commas + dots === 0) return either > 0 && delimiter !== "," ? "," : ".";
  return commas > dots ? "," : ".";
}

const finite = (text: string): Numeral => (Number.isFinite(+text) ? +text : "notFinite");

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
