import { tables, type Row, type Table } from "./data.ts";
import type { Setting } from "./params.ts";

export interface Run {
  readonly table: Table;
  readonly focus: Row;
  readonly at: number;
  /** How far the one in focus lies below the first row, in %. */
  readonly lower: number;
  /** The same as nats a token: ln of the ratio of the perplexities. */
  readonly nats: number;
}

// #region query
/** The table asked for, and how its row in focus stands to the first; a table with fewer rows gives its last. */
export function run({ table: id, row }: Setting): Run {
  const table: Table = tables[id];
  const at = Math.min(row, table.rows.length) - 1;
  const [base, focus] = [table.rows[0]!, table.rows[at]!];
  const lower = 100 * (1 - focus.value / base.value);
  return { table, focus, at, lower, nats: Math.log(base.value / focus.value) };
}
// #endregion
