import { type Kind, kinds } from "../../models/parity/net.ts";
import type { Curve } from "./compute.ts";
import { type Trained, trained } from "./nets.ts";
import json from "./recorded.json";

/** Trainings as they went once, written by tools/record-parity.ts: the same trainer gives the same numbers, bit by bit. */
export interface Recording extends Trained, Readonly<Record<Kind, Curve>> {
  /** Of each net as it ended, in single precision. */
  readonly weights: Readonly<Record<Kind, Float32Array>>;
}

/** Numbers in single precision, as base64. */
function unpack(text: string): Float32Array {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  return new Float32Array(bytes.buffer);
}

export const recordings: readonly Recording[] = json.map(({ weights, ...r }) => ({
  ...r,
  weights: Object.fromEntries(kinds.map((kind) => [kind, unpack(weights[kind])])) as Record<
    Kind,
    Float32Array
  >,
}));

/** What was recorded at this setting. */
export const recordedFor = (v: Trained): Recording | undefined =>
  recordings.find((r) => trained.every((name) => r[name] === v[name]));
