import json from "./recorded.json" with { type: "json" };

/** What the shipped S6 made of a sound that the figure brings, written by tools/record-residual.ts: shown until it has done so here. */
export interface Recorded {
  readonly bits: number;
  /** Extremes of what is left in each of 256 columns, and Δ of one channel at each hop. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly layer: number;
  readonly channel: number;
  readonly delta: readonly number[];
}

const recordings: Readonly<Record<string, Recorded>> = json;
export const recordedFor = (kind: string): Recorded | undefined => recordings[kind];
