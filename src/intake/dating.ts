import { parted, type Clock } from "./clock.ts";
import { isText } from "./numeral.ts";
import { dateOf, dateOrders, localOf, type DateCell, type DateOrder } from "./dates.ts";

/** Share of the rows that have to be dates for a column to be the time; at half of them it looks like one. */
const DATED = 0.9;
const LIKE = 0.5;
/** Rows beyond which a table is taken as it stands: sorting it would hold up the page. */
export const MOST_DATED = 100_000;
/** Figures or a month's name, with marks between them as a date has them. */
const dateLike =
  /\d{1,4}\s?[-/.:年]\s?\p{L}{0,9}\.?\s?[-/.:月]?\s?\d{1,4}|\d \p{L}{3}|\p{L}{3,9}\.? \d{1,4}/u;

/** What a column says of the time. */
export type Kind = "dates" | "clocks" | "unread" | "tooMany" | undefined;

/** The dates of a column, row by row, as one order of day, month and year has them. */
export interface Dates {
  /** By each row's own clock and by UTC, in milliseconds since 1970; NaN where the row has none. */
  readonly locals: Float64Array;
  readonly instants: Float64Array;
}

/** Collects the cells of a column that may be the time; `years`: bare years count as dates, for the column says so. */
export class Dating {
  readonly #years: boolean;
  readonly #cells: (DateCell | undefined)[] = [];
  readonly #clocks: (Clock | undefined)[] = [];
  #found = { dates: 0, clocks: 0, like: 0 };

  constructor(years: boolean) {
    this.#years = years;
  }

  put(row: number, text: string): void {
    const { dates, clocks, like } = this.#found;
    // A column of something else is soon seen to be none of dates.
    if (row >= MOST_DATED || (row > 50 && Math.max(dates, clocks, like) < row / 2)) return;
    const cell = dateOf(text, this.#years);
    this.#cells[row] = cell;
    if (cell) {
      this.#found.dates++;
      return;
    }
    const parts = text.includes(":") ? parted(text.trim()) : undefined;
    if (parts?.clock && parts.rest === "") {
      this.#clocks[row] = parts.clock;
      this.#found.clocks++;
    } else if (text.length <= 40 && dateLike.test(text) && isText(text)) this.#found.like++;
  }

  /** `filled` of the rows are not blank. */
  kind(filled: number): Kind {
    const { dates, clocks, like } = this.#found;
    const seen = Math.min(filled, MOST_DATED);
    if (filled < 2) return undefined;
    if (dates >= DATED * seen) return filled > MOST_DATED ? "tooMany" : "dates";
    if (clocks >= DATED * seen) return "clocks";
    return dates + like >= LIKE * seen ? "unread" : undefined;
  }

  clockAt = (row: number): Clock | undefined => this.#clocks[row];

  /** Day, month and year as the column has them: the reading that is possible, else the one that has more rows in order. */
  read(rows: readonly number[], clocks?: Dating): Dates {
    const tried = dateOrders.map((order) => this.#as(order, rows, clocks));
    return tried.toSorted((a, b) => a.wrong - b.wrong || a.disorder - b.disorder)[0]!;
  }

  #as(order: DateOrder, rows: readonly number[], clocks: Dating | undefined) {
    const locals = new Float64Array(this.#cells.length).fill(NaN);
    const instants = locals.slice();
    let [wrong, falls, rises, before] = [0, 0, 0, NaN];
    for (const row of rows) {
      const cell = this.#cells[row];
      if (!cell) continue;
      const clock = cell.clock ?? clocks?.clockAt(row);
      const local = localOf(cell, order) + (cell.clock ? 0 : (clock?.time ?? 0));
      if (Number.isNaN(local)) wrong++;
      locals[row] = local;
      instants[row] = local - (clock?.ahead ?? 0);
      if (instants[row]! < before) falls++;
      if (instants[row]! > before) rises++;
      if (!Number.isNaN(instants[row])) before = instants[row]!;
    }
    return { locals, instants, wrong, disorder: Math.min(falls, rises) };
  }
}
