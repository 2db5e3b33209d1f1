import type { Heard } from "../../models/speech/listener.ts";
import { clipOf } from "./clips.ts";

/** What is listened to: something the course brings along, the reader's own sound, or what the microphone hears just now. */
export type Sound =
  | { readonly kind: "three" | "seven" | "wrong" | "word" | "nobody" }
  | { readonly kind: "own"; readonly samples: Float64Array }
  | { readonly kind: "live"; readonly heard: Heard };

export type Given = Exclude<Sound["kind"], "own" | "live">;
export const given: readonly Given[] = ["three", "seven", "wrong", "word", "nobody"];

/** Samples before, between and after words; of the sound in which nobody speaks. */
const [LEAD, GAP, TAIL, EMPTY] = [1600, 2400, 3200, 16000];

const words: Readonly<Record<Given, readonly string[]>> = {
  three: ["three", "one", "four"],
  seven: ["seven"],
  wrong: ["wrong"],
  word: ["word"],
  nobody: [],
};

interface Laid {
  readonly samples: Float64Array;
  /** The digits that are said, and the sample behind each; NaN where a word is none. */
  readonly digits: readonly number[];
  readonly ends: readonly number[];
}

const laid = new Map<string, Laid>();

/** A given sound as it is heard: words with silence around them, of each only the first `percent`. */
export function layOut(kind: Given, percent: number): Laid {
  const key = `${kind} ${percent}`;
  const known = laid.get(key);
  if (known) return known;
  const clips = words[kind].map(clipOf);
  const parts = clips.map(({ samples }) =>
    samples.subarray(0, Math.round((samples.length * percent) / 100)),
  );
  const room = clips.reduce((sum, { samples }) => sum + samples.length + GAP, -GAP);
  const samples = new Float64Array(clips.length === 0 ? EMPTY : LEAD + room + TAIL);
  const ends: number[] = [];
  let at = LEAD;
  parts.forEach((part, k) => {
    samples.set(part, at);
    ends.push(at + part.length);
    at += clips[k]!.samples.length + GAP;
  });
  const made = { samples, digits: clips.map(({ digit }) => digit), ends };
  laid.set(key, made);
  return made;
}
