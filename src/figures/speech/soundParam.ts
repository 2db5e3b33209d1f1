import type { Label, Param } from "../../kit/param.ts";
import { given, type Given, type Sound } from "./sound.ts";

export interface SoundParam extends Param<Sound> {
  readonly kind: "utterance";
}

const isGiven = (text: string): text is Given => (given as readonly string[]).includes(text);

/** A sound; a link names a given one, and can only say that there was one of the reader's own. */
export function utterance(
  o: Label & { options: Readonly<Record<Given | "own", string>> },
): SoundParam {
  return {
    kind: "utterance",
    ...o,
    initial: { kind: "three" },
    parse: (s) => (isGiven(s) ? { kind: s } : undefined),
    print: ({ kind }) => (kind === "live" ? "own" : kind),
    stays: (s) => s === "own",
    nudge: (sound, by) => {
      const k = (given as readonly string[]).indexOf(sound.kind);
      const n = given.length;
      return k < 0 ? sound : { kind: given[(((k + by) % n) + n) % n]! };
    },
    at: (u) => ({ kind: given[Math.min(given.length - 1, Math.floor(u * given.length))]! }),
  };
}
