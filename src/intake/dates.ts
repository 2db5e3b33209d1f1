/** A date as a cell has it, packed for sorting out later: three numbers, of which two may mean day or month. */
export interface DateCell {
  readonly year: number;
  /** Month and day where the order is clear; else the first and second number as they stand. */
  readonly first: number;
  readonly second: number;
  readonly clear: boolean;
  /** Share of the day that has passed. */
  readonly time: number;
}

const clock = String.raw`(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?`;
const yearFirst = new RegExp(
  String.raw`^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?${clock}$`,
);
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${clock}$`);
const quarter = /^(\d{4})[- ]?[Qq]([1-4])$|^[Qq]([1-4])[- /]?(\d{4})$/;
const named = /^(?:(\d{1,2})[- ])?([a-z]{3})[a-z]*[-. ,]*(?:(\d{1,2}),? )?(\d{4})$/i;
const months = "janfebmaraprmayjunjulaugsepoctnovdec";

/**
 * Reads a date by pattern: year first, day or month first, quarters, English month names, bare years if `years`; undefined
 * where it is none.
 */
export function dateOf(cell: string, years = false): DateCell | undefined {
  const text = cell.trim();
  if (years && /^[12]\d{3}$/.test(text)) return checked(+text, 1, 1, true, 0);
  if (text.length < 6 || text.length > 32) return undefined;
  let m = yearFirst.exec(text);
  if (m) return checked(+m[1]!, +m[2]!, +(m[3] ?? 1), true, timeOf(m, 4));
  m = yearLast.exec(text);
  // With points the day comes first everywhere; with other marks that depends on the country.
  if (m && m[2] === ".") return checked(+m[4]!, +m[3]!, +m[1]!, true, timeOf(m, 5));
  if (m) return checked(+m[4]!, +m[1]!, +m[3]!, false, timeOf(m, 5));
  m = quarter.exec(text);
  if (m) return checked(+(m[1] ?? m[4])!, 3 * +(m[2] ?? m[3])! - 2, 1, true, 0);
  m = named.exec(text);
  const month = m ? months.indexOf(m[2]!.toLowerCase()) / 3 : -1;
  return m && Number.isInteger(month) && month >= 0
    ? checked(+m[4]!, month + 1, +(m[1] ?? m[3] ?? 1), true, 0)
    : undefined;
}

const timeOf = (m: RegExpExecArray, at: number) =>
  (+(m[at] ?? 0) + +(m[at + 1] ?? 0) / 60 + +(m[at + 2] ?? 0) / 3600) / 24;

function checked(
  year: number,
  first: number,
  second: number,
  clear: boolean,
  time: number,
): DateCell | undefined {
  const [low, high] = clear ? [first, second] : [Math.min(first, second), Math.max(first, second)];
  const fits = low >= 1 && low <= 12 && high >= 1 && high <= 31 && time < 1;
  return fits ? { year, first, second, clear, time } : undefined;
}

/** Whole days since 1970, with the share of the day; NaN where there is no such day. */
export function dayOf({ year, first, second, clear, time }: DateCell, dayFirst: boolean): number {
  const [month, day] = !clear && dayFirst ? [second, first] : [first, second];
  const at = new Date(Date.UTC(2000, month - 1, day));
  at.setUTCFullYear(year, month - 1, day);
  return at.getUTCMonth() === month - 1 ? at.getTime() / 864e5 + time : NaN;
}
