import { tables, type Row, type Table } from "./data.ts";
import type { Setting } from "./params.ts";

export interface Run {
  readonly table: Table;
  /** Rows that are shown; those below are still to be guessed. */
  readonly known: number;
  readonly focus: Row;
  readonly at: number;
  /** How far the one in focus lies below the first row, in %. */
  readonly lower: number;
  /** The same as nats a token: ln of the ratio of the perplexities. */
  readonly nats: number;
}

// #region query
/** The table asked for, and how its row in focus stands to the first; where fewer are shown, the last of them. */
export function run({ table: id, row, shown }: Setting): Run {
  const table: Table = tables[id];
  const known = Math.min(shown, table.rows.length);
  const at = Math.min(row, known) - 1;
  const [base, focus] = [table.rows[0]!, table.rows[at]!];
  const lower = 100 * (1 - focus.value / base.value);
  return { table, known, focus, at, lower, nats: Math.log(base.value / focus.value) };
}
// #endregion
