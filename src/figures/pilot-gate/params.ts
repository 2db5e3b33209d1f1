import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";

export const params = {
  show: choice({
    label: "Shown",
    options: { time: "one transmission", ratio: "by noise" },
    initial: "time",
  }),
  // All three within what the receiver was trained on.
  snr: number({
    label: "signal-to-noise ratio, in dB",
    symbol: "snr",
    min: 0,
    max: 25,
    step: 1,
    initial: 15,
  }),
  a: number({
    label: "left of the channel from symbol to symbol",
    symbol: "A",
    min: 0.95,
    max: 0.999,
    step: 0.001,
    initial: 0.995,
  }),
  every: number({
    label: "one symbol of so many is a pilot",
    min: 4,
    max: 32,
    step: 1,
    initial: 16,
  }),
  part: choice({
    label: "Looked at in the second layer",
    options: {
      im2: "channel 26, state 2",
      im3: "channel 26, state 3",
      im4: "channel 26, state 4",
      re3: "channel 21, state 3",
    },
    initial: "im3",
  }),
  seed: seed({ label: "Seed: symbols, channel, noise", initial: 9 }),
};

export type Setting = Values<typeof params>;
