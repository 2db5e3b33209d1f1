import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

export type Phase =
  | "begins"
  | "walks"
  | "dots"
  | "decays"
  | "weighs"
  | "sums"
  | "inside"
  | "states"
  | "carries"
  | "output";

const chunks = (r: Run) => r.stages.starts.length;

/** Steps of each way, the empty beginning included. A single chunk is all inside. */
export function lengthOf(r: Run, { show, way }: Pick<Setting, "show" | "way">): number {
  if (show === "cost") return 1;
  if (way === "recurrence") return r.tokens.length + 1;
  if (way === "matrix") return 5;
  return chunks(r) === 1 ? 2 : chunks(r) + 3;
}

/** What was done last. */
export function phaseAt(r: Run, { way }: Pick<Setting, "way">, t: number): Phase {
  const step = Math.floor(t);
  if (step === 0) return "begins";
  if (way === "recurrence") return "walks";
  if (way === "matrix") return (["dots", "decays", "weighs", "sums"] as const)[step - 1]!;
  if (step <= 2) return step === 1 ? "inside" : "states";
  return step === chunks(r) + 2 ? "output" : "carries";
}

/** The chunk whose entering state is made at a step of the scan between chunks. */
export const chunkAt = (t: number): number => Math.floor(t) - 2;

/** The weight looked at, row and column from 0: the reader's choice, else the last row that there is and what it hears most. */
export function cellOf(r: Run, v: Pick<Setting, "way" | "row" | "col">, t: number) {
  const T = r.tokens.length;
  const last = v.way === "recurrence" ? Math.max(1, Math.floor(t)) : T;
  const i = Math.min(v.row === 0 ? last : v.row, T) - 1;
  if (v.col > 0) return { i, j: Math.min(v.col - 1, i) };
  let j = 0;
  for (let k = 1; k < i; k++)
    if (Math.abs(r.M.data[i * T + k]!) > Math.abs(r.M.data[i * T + j]!)) j = k;
  return { i, j };
}

/** Which chunk a token belongs to. */
export const chunkOf = ({ stages: { starts } }: Run, i: number): number =>
  starts.findLastIndex((from) => from <= i);
