import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./compute.ts";

/** A hop in the last word's vowel, and one in the middle of a consonant. */
const VOWEL = 104;
const HISS = 134;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  reckoned: { label: "5 dB: cleaned", set: {}, t: VOWEL },
  asHeard: { label: "Models of the noisy speech as it is", set: { model: "noisy" }, t: VOWEL },
  best: {
    label: "Models of the clean speech: the best possible",
    set: { model: "clean" },
    t: VOWEL,
  },
  drowned: { label: "−5 dB: more noise than speech", set: { snr: -5 }, t: VOWEL },
  wrong: {
    label: "30 dB, the noise guessed: harm",
    set: { snr: 30, level: "quiet" },
    t: HISS,
  },
  filter: {
    label: "Only what has been heard",
    set: { estimate: "filter" },
    t: VOWEL,
    lesson: true,
  },
  noisy: { label: "The noisy speech, at its beginning", set: {}, t: 8, lesson: true },
  two: { label: "A memory of two samples", set: { p: 2 }, t: VOWEL, lesson: true },
  bestTwo: {
    label: "Two samples, models of the clean speech",
    set: { p: 2, model: "clean" },
    t: VOWEL,
    lesson: true,
  },
  nothing: { label: "No noise at all", set: { add: false }, t: VOWEL, lesson: true },
};
