import { parted, type Clock } from "./clock.ts";

/** A date as a cell has it: three numbers whose order may depend on the country, and the time of day. */
export interface DateCell {
  /** Year, month and day where their order is clear; else the three numbers as they stand. */
  readonly parts: readonly [number, number, number];
  /** The orders in which they may be meant, the likeliest first. */
  readonly orders: readonly DateOrder[];
  /** The time of day, in milliseconds; undefined where there is none. */
  readonly clock: Clock | undefined;
}

export type DateOrder = "ymd" | "mdy" | "dmy";
export const dateOrders: readonly DateOrder[] = ["mdy", "dmy", "ymd"];

const weekday = /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:星期|周)[一二三四五六日天])[., ]+/i;
const yearFirst = /^(\d{4})([-/.年 ])(\d{1,2})(?:[-/.月 ](\d{1,2})日?|月)?$/;
const compact = /^([12]\d{3})(\d{2})(\d{2})$/;
const yearLast = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})\.?$/;
const quarter = /^(\d{4})[- ]?[Qq]([1-4])$|^[Qq]([1-4])[- /]?(\d{4})$/;
const week = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?$/;
const dayNamed = /^(\d{1,2})(?:st|nd|rd|th)?\.?[-/ ]*(\p{L}{3,10})\.?[-/ ,]*'?(\d{4}|\d{2})$/iu;
const monthNamed =
  /^(\p{L}{3,10})\.?[-/ ]*(?:(\d{1,2})(?:st|nd|rd|th)?(?:, *| +))?'?(\d{4}|(?<=\D)\d{2})$/iu;
const yearNamed = /^(\d{4})[-/ ](\p{L}{3,10})(?:[-/ ](\d{1,2}))?$/iu;
const months =
  /^(?:(jan|gen|ene)|(feb|fév|fev)|(mar|mär|mrz)|(apr|avr|abr)|(may|mai|maj|mag)|(jun|juin|giu)|(jul|juil|lug)|(aug|aoû|ago)|(sep|set)|(oct|okt|ott|out)|(nov)|(dec|déc|dez|dic))/i;

const clear: readonly DateOrder[] = ["ymd"];

/**
 * Reads a date by pattern: year first, day or month first, with two digits of the year, without marks (20240331), quarters,
 * weeks, month names, with or without a time of day and its zone; bare years and months if `years`; undefined where it is none.
 */
export function dateOf(cell: string, years = false): DateCell | undefined {
  let text = cell.trim();
  if (/[^\x20-\x7e]|  /.test(text)) text = text.normalize("NFKC").replaceAll(/\s+/g, " ").trim();
  if (years && /^[12]\d{3}年?$/.test(text)) return checked([+text.slice(0, 4), 1, 1], clear);
  if (years && /^[12]\d{3}(0[1-9]|1[0-2])$/.test(text))
    return checked([+text.slice(0, 4), +text.slice(4), 1], clear);
  if (years && /^\d{10}(\.\d+)?$|^\d{13}$|^[2-6]\d{4}(\.\d+)?$/.test(text)) return counting(+text);
  if (text.length < 6 || text.length > 48 || !/\d/.test(text)) return undefined;
  if (/^\d*\.?\d+$/.test(text) && text.length !== 8) return undefined; // most cells that are no date
  const parts = parted(text);
  if (!parts) return undefined;
  const day = parts.rest.replace(weekday, "").replace(/[ ,T]+$/, "");
  const found = numbered(day) ?? named(day) ?? counted(day);
  return found && { ...found, clock: parts.clock };
}

function numbered(text: string): DateCell | undefined {
  let m = yearFirst.exec(text);
  // 2024.05 and 2024 05 may be anything.
  if (m)
    return /[. ]/.test(m[2]!) && !m[4] ? undefined : checked([+m[1]!, +m[3]!, +(m[4] ?? 1)], clear);
  m = compact.exec(text);
  if (m) return checked([+m[1]!, +m[2]!, +m[3]!], clear);
  m = yearLast.exec(text);
  if (!m) return undefined;
  const parts = [+m[1]!, +m[3]!, +m[4]!] as const;
  // With points the day comes first everywhere; with other marks that depends on the country.
  if (m[2] === ".") return checked(parts, ["dmy"]);
  const country: readonly DateOrder[] = ["mdy", "dmy"];
  if (m[4]!.length === 4) return checked(parts, country);
  return checked(parts, m[2] === "-" ? dateOrders : country) ?? checked(parts, clear);
}

function named(text: string): DateCell | undefined {
  let m = dayNamed.exec(text);
  if (m) return withMonth(m[2]!, m[1]!, m[3]!);
  m = monthNamed.exec(text);
  if (m) return withMonth(m[1]!, m[2] ?? "1", m[3]!);
  m = yearNamed.exec(text);
  return m ? withMonth(m[2]!, m[3] ?? "1", m[1]!) : undefined;
}

function withMonth(name: string, day: string, year: string) {
  const found = months.exec(name);
  const month = found ? found.slice(1).findIndex((x) => x !== undefined) + 1 : 0;
  return month === 0 ? undefined : checked([full(year), month, +day], clear);
}

/** Seconds or milliseconds since 1970, or a spreadsheet's days since 1900. */
function counting(x: number): DateCell {
  const ms = x < 1e5 ? Math.round((x - 25_569) * 864e5) : x < 1e11 ? x * 1000 : x;
  const at = new Date(ms);
  return {
    parts: [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()],
    orders: clear,
    clock: { time: ms - Math.floor(ms / 864e5) * 864e5, ahead: 0 },
  };
}

/** Quarters, and weeks as ISO 8601 counts them: the first one has the fourth of January. */
function counted(text: string): DateCell | undefined {
  let m = quarter.exec(text);
  if (m) return checked([+(m[1] ?? m[4])!, 3 * +(m[2] ?? m[3])! - 2, 1], clear);
  m = week.exec(text);
  if (!m) return undefined;
  const fourth = new Date(Date.UTC(+m[1]!, 0, 4));
  const back = (fourth.getUTCDay() + 6) % 7;
  const days = 4 - back + 7 * (+m[2]! - 1) + +(m[3] ?? 1) - 1;
  const at = new Date(Date.UTC(+m[1]!, 0, days));
  return checked([at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()], clear);
}

/** 70 and later are of the last century, as in POSIX. */
const full = (year: string) => (year.length > 2 ? +year : +year + (+year < 69 ? 2000 : 1900));

function checked(
  parts: readonly [number, number, number],
  orders: readonly DateOrder[],
): DateCell | undefined {
  const possible = orders.filter((order) => fits(parts, order));
  return possible.length > 0 ? { parts, orders: possible, clock: undefined } : undefined;
}

function inOrder([a, b, c]: DateCell["parts"], order: DateOrder) {
  const [year, month, day] = order === "ymd" ? [a, b, c] : order === "mdy" ? [c, a, b] : [c, b, a];
  return { year: full(String(year).padStart(2, "0")), month: month!, day: day! };
}

function fits(parts: DateCell["parts"], order: DateOrder): boolean {
  const { month, day } = inOrder(parts, order);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Milliseconds since 1970 by the cell's own clock; NaN where there is no such day, or the cell cannot be meant in this order. */
export function localOf(cell: DateCell, order: DateOrder): number {
  const meant = cell.orders.includes(order)
    ? order
    : cell.orders.length === 1
      ? cell.orders[0]!
      : undefined;
  if (!meant) return NaN;
  const { year, month, day } = inOrder(cell.parts, meant);
  const at = new Date(Date.UTC(2000, month - 1, day));
  at.setUTCFullYear(year, month - 1, day);
  return at.getUTCMonth() === month - 1 ? at.getTime() + (cell.clock?.time ?? 0) : NaN;
}
