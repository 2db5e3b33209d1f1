import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { clip } from "../../kit/params/clip.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { toggle } from "../../kit/params/toggle.ts";

export const params = {
  clip: clip({
    label: "Sound",
    options: { sentence: "A spoken sentence" },
    own: "My own sound",
  }),
  snr: number({
    label: "in decibels",
    symbol: "snr",
    min: -10,
    max: 30,
    step: 1,
    initial: 5,
  }),
  p: number({
    label: "samples in the state",
    symbol: "N",
    min: 2,
    max: 16,
    step: 1,
    initial: 10,
  }),
  model: choice({
    label: "Models are fitted to",
    options: {
      reckoned: "noisy speech, noise allowed for",
      noisy: "noisy speech as it is",
      clean: "clean speech (nobody has it)",
    },
    initial: "reckoned",
  }),
  estimate: choice({
    label: "An estimate may use",
    options: {
      smoother: "what comes next, too: 16 to 32 ms",
      filter: "only what has been heard",
    },
    initial: "smoother",
  }),
  add: toggle({ label: "Add white noise", initial: true, more: true }),
  /** Where the filter has the noise's variance from. */
  level: choice({
    label: "The filter has the noise's variance from",
    options: { known: "us: it is known exactly", quiet: "the quietest frames" },
    initial: "known",
    more: true,
  }),
  passes: number({
    label: "rounds of allowing for noise",
    min: 0,
    max: 10,
    step: 1,
    initial: 3,
    more: true,
  }),
  seed: seed({ label: "Noise", initial: 1, more: true }),
};

export type Setting = Values<typeof params>;
