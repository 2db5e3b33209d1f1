import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { text } from "../../kit/params/text.ts";
import { allFirst, BLANK, LETTERS, MOST_STEPS, scattered, takeSequence } from "./sequence.ts";

/** Channels of a block: twice the width of the stream. */
export const CHANNELS = 32;

/** One to eight letters among three to 32 steps. */
function anySequence(u: number): string {
  const L = 3 + Math.round(u * (MOST_STEPS - 3));
  const apart = 1 + (L % 4);
  return Array.from({ length: L }, (_, t) =>
    t % apart === 0 && t / apart < 8 ? LETTERS[(3 * t + L) % LETTERS.length]! : BLANK,
  ).join("");
}

export const params = {
  show: choice({
    label: "Shown",
    options: { learning: "how both learn", own: "how both read a sequence" },
    initial: "learning",
  }),
  spacing: choice({
    label: "Spacing of the letters",
    options: { both: "fixed and random", fixed: "fixed", random: "random" },
    initial: "both",
  }),
  pair: choice({
    label: "Read by the pair trained on",
    options: { random: "random spacing", fixed: "fixed spacing" },
    initial: "random",
  }),
  own: text({
    label: "The sequence: letters a to h, dots for blanks",
    initial: "..c....g...a....",
    take: takeSequence,
    at: anySequence,
    offers: {
      first: { label: "All first", of: allFirst },
      scatter: { label: "Scatter them", of: scattered },
    },
  }),
  layers: number({ label: "layers", min: 1, max: 2, step: 1, initial: 1 }),
  lr: number({
    label: "learning rate",
    min: 0.001,
    max: 10,
    step: 0.001,
    initial: 0.02,
    log: true,
  }),
  steps: number({ label: "training steps", min: 100, max: 2000, step: 100, initial: 500 }),
  L: number({
    label: "steps before the answers",
    symbol: "L",
    min: 8,
    max: 32,
    step: 1,
    initial: 16,
  }),
  /** At most five: so that they fit into the shortest sequence. */
  K: number({ label: "K, letters to copy", min: 1, max: 5, step: 1, initial: 3 }),
  layer: number({ label: "layer looked at", min: 1, max: 2, step: 1, initial: 1, more: true }),
  /** By rank: of S6 from those that open at letters to those that shut, of S4D by size. */
  channel: number({
    label: "channel looked at",
    min: 1,
    max: CHANNELS,
    step: 1,
    initial: 1,
    more: true,
  }),
  seed: seed({ label: "Seed: first weights, sequences", initial: 1 }),
};

export type Setting = Values<typeof params>;
