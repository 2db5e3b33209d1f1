import { dateOf, dayOf, type DateCell } from "./dates.ts";
import type { Note } from "./problem.ts";

/** What the dates of a table say. */
export interface Order {
  /** For each step in time its rows: one, several of the same date, or none where a date is skipped. Left out where each row is a step. */
  readonly steps?: readonly (readonly number[])[];
  readonly notes: readonly Note[];
}

/** Share of the rows that have to be dates for a column to be the time, and of steps that may be skipped at most. */
const DATED = 0.9;
const SKIPPED = 0.2;
/** Rows beyond which a table is taken as it stands: sorting it would hold up the page. */
const MOST_DATED = 100_000;
/** How far a row without a date is after the one before it, in days. */
const BEHIND = 1e-9;

/** Collects the cells of a column that may be the time; `years`: bare years count as dates, for the column says so. */
export function dating(years: boolean) {
  const cells: (DateCell | undefined)[] = [];
  let dates = 0;
  return {
    put(row: number, cell: string) {
      // A column of something else is soon seen to be none of dates.
      if (row >= MOST_DATED || (row > 50 && dates < row / 2)) return;
      const date = dateOf(cell, years);
      if (date) dates++;
      cells[row] = date;
    },
    /** Undefined where the column is no time. */
    order: (rows: number): Order | undefined =>
      rows > 1 && rows <= MOST_DATED && dates >= DATED * rows ? orderOf(cells, rows) : undefined,
  };
}

function orderOf(cells: readonly (DateCell | undefined)[], rows: number): Order {
  const days = daysOf(cells, rows);
  const sorted = Array.from({ length: rows }, (_, i) => i).toSorted((a, b) => days[a]! - days[b]!);
  const notes: Note[] = [];
  const moved = sorted.some((row, i) => row !== i);
  const turned = moved && days.every((day, i) => i === 0 || day < days[i - 1]!);
  if (moved) notes.push({ key: turned ? "reversed" : "sorted" });
  const groups: number[][] = [];
  for (const row of sorted) {
    const last = groups.at(-1);
    if (last && days[last[0]!] === days[row]) last.push(row);
    else groups.push([row]);
  }
  const ties = rows - groups.length;
  if (ties > 0) notes.push({ key: "ties", count: ties });
  const at = groups.map(([row]) => days[row!]!);
  const steps = spread(groups, at, notes);
  return moved || ties > 0 || steps.length > groups.length ? { steps, notes } : { notes };
}

/** Day and month as the column has them: the reading that is possible, else the one that puts more rows in order. */
function daysOf(cells: readonly (DateCell | undefined)[], rows: number): Float64Array {
  const read = (dayFirst: boolean) => {
    const days = new Float64Array(rows);
    let [wrong, falls] = [0, 0];
    for (let i = 0; i < rows; i++) {
      const cell = cells[i];
      const day = cell ? dayOf(cell, dayFirst) : NaN;
      if (cell && Number.isNaN(day)) wrong++;
      days[i] = Number.isNaN(day) ? (days[i - 1] ?? 0) + BEHIND : day;
      if (days[i]! < days[i - 1]!) falls++;
    }
    return { days, wrong, falls: Math.min(falls, rows - falls) };
  };
  const [month, day] = [read(false), read(true)];
  const better = day.wrong - month.wrong || day.falls - month.falls;
  return (better < 0 ? day : month).days;
}

/** Empty steps where dates are skipped that the others' even distance asks for: months, days or shorter. */
function spread(groups: number[][], days: readonly number[], notes: Note[]): number[][] {
  const monthly = days.map((day) => {
    const date = new Date(day * 864e5);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  });
  const far = days.every((day, i) => i === 0 || day - days[i - 1]! >= 27);
  const at = far ? monthly : days.map((day) => Math.round(day * 86_400));
  const gaps = at.slice(1).map((x, i) => x - at[i]!);
  const unit = commonest(gaps);
  const skipped = gaps.reduce((sum, gap) => sum + Math.round(gap / unit) - 1, 0);
  if (!(unit > 0) || skipped === 0) return groups;
  if (!gaps.every((gap) => gap >= unit && gap % unit === 0) || skipped > SKIPPED * groups.length) {
    notes.push({ key: "uneven" });
    return groups;
  }
  notes.push({ key: "skipped", count: skipped });
  return groups.flatMap((group, i) => {
    const empty = i === 0 ? 0 : Math.round(gaps[i - 1]! / unit) - 1;
    return [...Array.from({ length: empty }, (): number[] => []), group];
  });
}

function commonest(gaps: readonly number[]): number {
  const times = new Map<number, number>();
  let best = NaN;
  for (const gap of gaps) {
    const n = (times.get(gap) ?? 0) + 1;
    times.set(gap, n);
    if (!(n <= (times.get(best) ?? 0))) best = gap;
  }
  return best;
}

/** A column in the order of time: the mean of rows that share a date, NaN where one is skipped. */
export function reordered(
  values: Float64Array,
  steps: readonly (readonly number[])[],
): Float64Array {
  return Float64Array.from(steps, (rows) => {
    const there = rows.map((row) => values[row]!).filter((x) => !Number.isNaN(x));
    return there.length === 0 ? NaN : there.reduce((a, b) => a + b, 0) / there.length;
  });
}
