import { decode } from "../../models/waveform/codec.ts";
import { normals } from "../../numerics/random.ts";
import { type Clip, CLIP_RATE } from "../../kit/clip.ts";
import { KEPT } from "./foretold.ts";
import json from "./clips.json" with { type: "json" };

const made = new Map<string, Int32Array>();

/** Seconds of the reader's own sound that are used; seconds of noise, and its size. */
export const SECONDS = 8;
const [HISS, LOUD] = [2, 1000];

/** Whole 16-bit numbers. */
export function samplesOf(clip: Clip): Int32Array {
  if (clip.samples) return whole(clip.samples);
  const known = made.get(clip.kind);
  if (known) return known;
  const x = clip.kind === "hiss" ? hiss() : unpacked(clip.kind as keyof typeof json);
  made.set(clip.kind, x);
  return x;
}

const hiss = () => Int32Array.from(normals(1, HISS * CLIP_RATE), (x) => Math.round(LOUD * x));

function unpacked(name: keyof typeof json): Int32Array {
  const { length, stream } = json[name];
  return decode(
    Uint8Array.from(atob(stream), (letter) => letter.charCodeAt(0)),
    length,
    KEPT,
  );
}

const rounded = new WeakMap<Float64Array, Int32Array>();

function whole(samples: Float64Array): Int32Array {
  const known = rounded.get(samples);
  if (known) return known;
  const used = samples.subarray(0, SECONDS * CLIP_RATE);
  const x = Int32Array.from(used, (s) => Math.max(-32768, Math.min(32767, Math.round(s * 32768))));
  rounded.set(samples, x);
  return x;
}
