import type { Setting } from "./params.ts";
import json from "./recorded.json";
import type { Way } from "./tensors.ts";

/** One time that was taken once, of a pass whose sizes are given; `error` as in the experiment. */
export interface Recorded {
  readonly pass: Setting["pass"];
  readonly way: Way;
  readonly L: number;
  readonly D: number;
  readonly N: number;
  readonly seconds: number;
  readonly error: number;
}

/** What was measured on one card; written by tools/record-memory-traffic.ts. A size or a pass that is not in it was not measured. */
export interface Recording {
  readonly card: string;
  readonly engine: string;
  readonly date: string;
  readonly runs: readonly Recorded[];
}

export const recording = json as Recording;

/** What was recorded with as many channels and states, shortest first. */
export const recordedFor = (
  { pass, D, N }: Pick<Setting, "pass" | "D" | "N">,
  way: Way,
): readonly Recorded[] =>
  recording.runs
    .filter((r) => r.pass === pass && r.way === way && r.D === D && r.N === N)
    .toSorted((x, y) => x.L - y.L);

/** Seconds at exactly these sizes; NaN where they were not measured. */
export const recordedAt = (v: Pick<Setting, "pass" | "D" | "N" | "L">, way: Way): number =>
  recordedFor(v, way).find(({ L }) => L === v.L)?.seconds ?? NaN;
