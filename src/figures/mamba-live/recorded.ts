import { half } from "../../models/half.ts";
import { examples } from "./examples.ts";
import type { Setting } from "./params.ts";
import json from "./recorded.json" with { type: "json" };

/** A character that may come next. */
export interface Next {
  readonly character: string;
  readonly share: number;
  /** Before something was changed. */
  readonly was?: number;
}

/** One reading by the small model, kept by tools/record-live.ts. */
export interface Recorded {
  readonly written: string;
  /** Of the layer looked at, the mean Δ at every character. */
  readonly mean: Float64Array;
  /** The channel of the layer whose Δ varies most: its number, by how much, and its Δ. */
  readonly layer: number;
  readonly index: number;
  readonly varies: number;
  readonly delta: Float64Array;
  /** The most probable characters behind each one. */
  readonly top: readonly (readonly Next[])[];
}

/** Kept of each row: so many of the most probable. */
export const KEPT = 5;

const bytesOf = (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

function halves(text: string): Float64Array {
  const raw = bytesOf(text);
  const bits = (i: number) => raw[2 * i]! + 256 * raw[2 * i + 1]!;
  return Float64Array.from({ length: raw.length / 2 }, (_, i) => half(bits(i)));
}
function open(): Recorded {
  const { top, written, layer, index, varies } = json;
  const characters = [...top.characters];
  const shares = halves(top.shares);
  const row = (t: number) =>
    characters.slice(t * KEPT, (t + 1) * KEPT).map((character, k) => ({
      character,
      share: shares[t * KEPT + k]!,
    }));
  return {
    written,
    layer,
    index,
    varies,
    mean: halves(json.mean),
    delta: halves(json.delta),
    top: Array.from({ length: characters.length / KEPT }, (_, t) => row(t)),
  };
}

let opened: Recorded | undefined;

/** The record, at its own setting: what is written by another seed or temperature is another text. */
export function recordedFor(v: Setting): Recorded | undefined {
  const same =
    v.text === examples.romeo.text &&
    v.model === "tiny" &&
    v.temperature === json.temperature &&
    v.topk === json.topk &&
    v.seed === json.seed;
  return same ? (opened ??= open()) : undefined;
}
