import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { text } from "../../kit/params/text.ts";
import { anyBits, flipped, longer, others, takeBits } from "./bits.ts";

export const params = {
  show: choice({
    label: "Shown",
    options: { hand: "by hand", learning: "how three nets learn", own: "how they read bits" },
    initial: "hand",
  }),
  bits: text({
    label: "The stream: noughts and ones",
    initial: "1011001110100101",
    take: takeBits,
    at: anyBits,
    offers: {
      first: { label: "Turn the first over", of: (now) => flipped(now, 0) },
      others: { label: "Other bits", of: others },
      longer: { label: "Twice as long", of: longer },
    },
  }),
  one: number({ label: "a 1 multiplies h by", min: -1, max: 1, step: 0.01, initial: -1 }),
  angle: number({ label: "and turns it by, °", min: 0, max: 180, step: 1, initial: 0 }),
  nought: number({ label: "a 0 multiplies h by", min: -1, max: 1, step: 0.01, initial: 1 }),
  net: choice({
    label: "Looked at",
    options: { positive: "0 to 1", negative: "−1 to 1", rotation: "turns" },
    initial: "negative",
  }),
  L: number({ label: "bits in training", symbol: "L", min: 8, max: 32, step: 8, initial: 16 }),
  lr: number({
    label: "learning rate",
    min: 0.001,
    max: 1,
    step: 0.001,
    initial: 0.1,
    log: true,
    more: true,
  }),
  steps: number({
    label: "training steps",
    min: 100,
    max: 4000,
    step: 100,
    initial: 1000,
    more: true,
  }),
  seed: seed({ label: "Seed: first weights, rows", initial: 1 }),
};

export type Setting = Values<typeof params>;
