import type { Answer } from "./look.ts";
import type { Setting } from "./params.ts";
import json from "./recorded.json" with { type: "json" };
import type { Student } from "./students.ts";

/** One reading by the shipped models, kept by tools/record-students.ts: shown until they are here. */
export interface Recorded {
  readonly answers: Readonly<Record<Student, readonly Answer[]>>;
  /** The token at which the rows are, and they: what the Transformer looks at, the Mamba hears (second layer), the LSTM has written. */
  readonly t: number;
  readonly looks: Float64Array;
  readonly heard: Float64Array;
  readonly written: Float64Array;
}

const answers = (rows: readonly number[][]): readonly Answer[] =>
  rows.map(([number, share, fair, right]) => ({
    number: number!,
    share: share!,
    fair: fair!,
    right: right === 1,
  }));

const recorded: Recorded = {
  answers: {
    lstm: answers(json.answers.lstm),
    transformer: answers(json.answers.transformer),
    mamba: answers(json.answers.mamba),
  },
  t: json.t,
  looks: Float64Array.from(json.looks),
  heard: Float64Array.from(json.heard),
  written: Float64Array.from(json.written),
};

/** The record, at its own setting. */
export const recordedFor = (v: Setting): Recorded | undefined =>
  v.source === "drawn" &&
  v.names === json.names &&
  v.length === json.length &&
  v.seed === json.seed &&
  v.mamba === "n16" &&
  v.lstm === "same"
    ? recorded
    : undefined;
