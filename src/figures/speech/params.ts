import type { Values } from "../../kit/param.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { utterance } from "./soundParam.ts";

export const params = {
  sound: utterance({
    label: "Sound",
    options: {
      three: "Three digits, three voices",
      seven: "A seven",
      wrong: "One that it gets wrong",
      word: "A word that is no digit",
      nobody: "Nobody speaks",
      own: "My own voice or file",
    },
  }),
  part: number({
    label: "Of each word is heard, in %",
    min: 10,
    max: 100,
    step: 5,
    initial: 100,
  }),
  snr: number({ label: "in decibels", symbol: "snr", min: -5, max: 40, step: 1, initial: 40 }),
  layer: number({ label: "Layer", min: 1, max: 5, step: 1, initial: 3 }),
  channel: number({ label: "Channel", min: 1, max: 64, step: 1, initial: 45 }),
  seed: seed({ label: "Noise", initial: 1, more: true }),
};

export type Setting = Values<typeof params>;
