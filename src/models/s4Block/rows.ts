import type { Generator } from "../../numerics/random.ts";

/** Fills a row with +1 and −1 by the toss of a coin. */
export function fillSigns(row: Int8Array, { uniform }: Generator): void {
  for (let t = 0; t < row.length; t++) row[t] = uniform() < 0.5 ? -1 : 1;
}
