import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { text } from "../../kit/params/text.ts";
import { CHARACTERS } from "./models.ts";

/** Characters of a beginning at most. */
const MOST = 200;
const known = new Set(CHARACTERS);

/** The ids of what the models take of a text; where nothing is left they begin behind a new line. */
export function idsOf(beginning: string): number[] {
  const ids = [...beginning].map((c) => CHARACTERS.indexOf(c)).filter((id) => id >= 0);
  return ids.length > 0 ? ids : [0];
}

/** Characters outside the vocabulary. */
export const strangersOf = (beginning: string): number =>
  [...beginning].filter((c) => !known.has(c)).length;

const samples = ["ROMEO:", "", "Zoë 3×", "To be, or not to be", "汉字", "The train was late, and"];

export const params = {
  show: choice({
    label: "Shown",
    options: { race: "the race here", published: "published, at scale" },
    initial: "race",
  }),
  beginning: text({
    label: "The beginning",
    initial: "ROMEO:",
    take: (typed) => {
      const all = [...typed.slice(0, 4 * MOST).replace(/\r\n?/g, "\n")];
      const value = all.slice(0, MOST).join("");
      if (typed.length > value.length) return { value, note: "tooLong" };
      if (value === "") return { value, note: "emptied" };
      return strangersOf(value) > 0 ? { value, note: "skipped" } : { value };
    },
    at: (u) => samples[Math.min(samples.length - 1, Math.floor(u * samples.length))]!,
  }),
  context: choice({
    label: "Characters read before it",
    options: { none: "none", k1: "1,000", k10: "10,000", k100: "100,000" },
    initial: "none",
  }),
  sight: choice({
    label: "The Transformer looks back at",
    options: { all: "all it has read", window: "the last 256, as trained" },
    initial: "all",
  }),
  temperature: number({ label: "Temperature", min: 0, max: 1.5, step: 0.05, initial: 0.8 }),
  seed: seed({ label: "Seed", initial: 1 }),
};

export type Setting = Values<typeof params>;

/** Characters of the context. */
export const contextOf = ({ context }: Pick<Setting, "context">): number =>
  ({ none: 0, k1: 1000, k10: 10_000, k100: 100_000 })[context];

/** Characters that have been read when the first one is written. */
export const startOf = (v: Pick<Setting, "context" | "beginning">): number =>
  contextOf(v) + idsOf(v.beginning).length;
