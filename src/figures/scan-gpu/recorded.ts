import type { Measured } from "./compute.ts";
import type { Setting } from "./params.ts";
import json from "./recorded.json";

/** The experiment as it was run once, by tools/record-scan-gpu.ts; `runs` is empty as long as it has not been. */
export interface Recording {
  /** The card and the processor, by name. */
  readonly card: string;
  readonly processor: string;
  /** What ran the WGSL, and when. */
  readonly engine: string;
  readonly date: string;
  readonly runs: readonly { readonly D: number; readonly measured: readonly Measured[] }[];
}

export const recording = json as Recording;

/** What was recorded for as many series; nothing where that was not tried: another number of series, another chunk. */
export const recordedFor = ({ D, chunk }: Pick<Setting, "D" | "chunk">): readonly Measured[] =>
  recording.runs.find((run) => run.D === D && chunk === "auto")?.measured ?? [];
