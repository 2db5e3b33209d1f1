import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";

export const params = {
  show: choice({
    label: "Shown",
    options: { run: "one transmission", curve: "errors by noise" },
    initial: "run",
  }),
  // All three within what the shipped receivers were trained on.
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
    min: 2,
    max: 32,
    step: 1,
    initial: 16,
  }),
  upTo: choice({
    label: "Receivers shown, up to",
    options: {
      known: "channel known",
      pilots: "Kalman, pilots",
      directed: "Kalman, decisions",
      two: "S6, two layers",
      three: "S6, three layers",
    },
    initial: "two",
  }),
  seed: seed({ label: "Seed: symbols, channel, noise", initial: 9 }),
};

export type Setting = Values<typeof params>;
