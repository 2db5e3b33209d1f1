import { half } from "../../models/half.ts";
import { newNet } from "../../models/s4Block/net.ts";
import type { Curve } from "./course.ts";
import { type Trained, trained } from "./params.ts";
import json from "./recorded.json";

/** A training as it went once, written by tools/record-s4-block.ts: the same trainer gives the same numbers, bit by bit. */
export interface Recording extends Trained, Curve {
  /** What some points' weights had moved by, in half precision, packed. */
  readonly moved: readonly (readonly [point: number, packed: string])[];
}

/** What ended how, for seeds 1 to 5: right answers in %, over the last twenty steps; 50 for one that broke. */
export interface Measured extends Omit<Trained, "seed"> {
  readonly ends: readonly number[];
  readonly broke: readonly number[];
}

export const { recordings, measured } = json as unknown as {
  readonly recordings: readonly Recording[];
  readonly measured: readonly Measured[];
};

/** What was recorded at this setting. */
export const recordedFor = (v: Trained): Recording | undefined =>
  recordings.find((r) => trained.every((name) => r[name] === v[name]));

/** The weights at the last point kept that is not beyond another, and which it is. */
export function keptAt(r: Recording, point: number): { point: number; weights: Float64Array } {
  const begun = newNet(r, r.beginning, r.seed).weights.flat;
  const kept = r.moved.findLast(([at]) => at <= point);
  if (!kept) return { point: 0, weights: begun };
  const bytes = Uint8Array.from(atob(kept[1]), (sign) => sign.charCodeAt(0));
  const words = new Uint16Array(bytes.buffer);
  return { point: kept[0], weights: begun.map((x, i) => x + half(words[i]!)) };
}
