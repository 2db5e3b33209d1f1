import type { Dates } from "./dating.ts";
import type { Note } from "./problem.ts";

/** What the dates of a table say. */
export interface Order {
  /** For each step in time its rows: one, several of the same date, or none where a date is skipped. */
  readonly steps: readonly (readonly number[])[];
  readonly notes: readonly Note[];
}

/** Share of the steps that may be skipped at most, and of the rows that may repeat another's date, or two. */
const SKIPPED = 0.2;
const REPEATED = 0.25;
/** How far a row without a date is from the one before it, in milliseconds. */
const BEHIND = 1e-3;
const DAY = 864e5;

/** The rows that are not blank in the order of their dates. */
export function orderOf(dates: Dates, rows: readonly number[]): Order {
  const notes: Note[] = [];
  const { at, undated, falling } = filled(dates.instants, rows);
  const sorted = rows
    .map((row, k) => ({ row, k }))
    .toSorted((a, b) => at[a.row]! - at[b.row]! || (falling ? b.k - a.k : a.k - b.k))
    .map(({ row }) => row);
  const moved = sorted.some((row, i) => row !== rows[i]);
  const groups: number[][] = [];
  for (const row of sorted) {
    const last = groups.at(-1);
    if (last && at[last[0]!] === at[row]) last.push(row);
    else groups.push([row]);
  }
  const ties = rows.length - groups.length;
  const alone = () => sorted.map((row) => [row]);
  const turned = moved && sorted.every((row, i) => row === rows[rows.length - 1 - i]);
  if (ties > 0 && isClockChange(dates, groups)) {
    const inFile = falling ? rows.toReversed() : rows;
    notes.push(...(falling ? [{ key: "reversed" } as const] : []), {
      key: "clockChange",
      count: ties,
    });
    return { steps: inFile.map((row) => [row]), notes };
  }
  if (moved) notes.push({ key: turned ? "reversed" : "sorted" });
  if (undated > 0) notes.push({ key: "undated", count: undated });
  if (ties > Math.max(2, REPEATED * rows.length)) {
    notes.push({ key: "tied", count: ties });
    return { steps: alone(), notes };
  }
  if (ties > 0) notes.push({ key: "ties", count: ties });
  const steps = undated > 0 ? groups : spread(groups, dates, notes);
  return { steps, notes };
}

/** Rows without a date stand where they stood, right after the row before them, whichever way the time runs. */
function filled(instants: Float64Array, rows: readonly number[]) {
  const at = instants.slice();
  let [falls, rises, undated, before] = [0, 0, 0, NaN];
  for (const row of rows) {
    const x = at[row]!;
    if (Number.isNaN(x)) undated++;
    else {
      if (x < before) falls++;
      if (x > before) rises++;
      before = x;
    }
  }
  const falling = falls > rises;
  const first = rows.find((row) => !Number.isNaN(at[row]));
  let last = first === undefined ? 0 : at[first]! - (falling ? -1 : 1) * rows.length * BEHIND;
  for (const row of rows) {
    if (Number.isNaN(at[row])) at[row] = last + (falling ? -BEHIND : BEHIND);
    last = at[row]!;
  }
  return { at, undated, falling };
}

/** An hour that comes twice: two rows each, by night, on a Sunday in spring or autumn, of clocks that do not say their zone. */
function isClockChange({ locals, instants }: Dates, groups: readonly (readonly number[])[]) {
  const twice = groups.filter((group) => group.length > 1);
  return (
    groups.length > 6 &&
    twice.every((group) => {
      const at = new Date(locals[group[0]!]!);
      const season = [2, 3, 8, 9, 10].includes(at.getUTCMonth());
      const night = at.getUTCDay() === 0 && at.getUTCHours() <= 3;
      return group.length === 2 && season && night && locals[group[0]!] === instants[group[0]!];
    }) &&
    new Set(twice.map(([row]) => Math.floor(locals[row!]! / 3_600_000))).size === 1
  );
}

/** Empty steps where dates are skipped that the others' even distance asks for: months, days or shorter. */
function spread(groups: number[][], dates: Dates, notes: Note[]): number[][] {
  const of = (times: Float64Array) => groups.map(([row]) => times[row!]!);
  const [locals, instants] = [of(dates.locals), of(dates.instants)];
  const months = locals.map((x) => {
    const date = new Date(x);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  });
  const far = locals.every((x, i) => i === 0 || x - locals[i - 1]! >= 27 * DAY);
  const fine = instants.some((x, i) => i > 0 && x - instants[i - 1]! < 2);
  const rounded = (times: number[]) => times.map((x) => Math.round(fine ? x * 1000 : x));
  // Days by the clock on the wall stay even where the clocks change.
  const tries = far ? [months] : [rounded(instants), rounded(locals)];
  const gapsOf = (at: number[]) => at.slice(1).map((x, i) => x - at[i]!);
  for (const at of tries) {
    const gaps = gapsOf(at);
    const unit = commonest(gaps);
    if (!(unit > 0) || !gaps.every((gap) => gap >= unit && gap % unit === 0)) continue;
    const skipped = gaps.reduce((sum, gap) => sum + gap / unit - 1, 0);
    if (skipped === 0) return groups;
    if (skipped > SKIPPED * groups.length) break;
    notes.push({ key: "skipped", count: skipped });
    return groups.flatMap((group, i) => {
      const empty = i === 0 ? 0 : gaps[i - 1]! / unit - 1;
      return [...Array.from({ length: empty }, (): number[] => []), group];
    });
  }
  if (groups.length > 2) notes.push({ key: "uneven" });
  return groups;
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
    if (rows.length === 1) return values[rows[0]!]!;
    const there = rows.map((row) => values[row]!).filter((x) => !Number.isNaN(x));
    return there.length === 0 ? NaN : there.reduce((a, b) => a + b, 0) / there.length;
  });
}
