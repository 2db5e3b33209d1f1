import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

/** Hops: the vowel of "hides", and the first m of "remembers", of which little stands above the noise. */
const VOWEL = 138;
const M = 57;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  reckoned: { label: "5 dB of speech over noise", set: {}, t: M },
  asHeard: { label: "Fitted to the noise, too", set: { model: "noisy" }, t: VOWEL },
  best: {
    label: "If the clean speech were known",
    set: { model: "clean" },
    t: VOWEL,
  },
  drowned: { label: "More noise than speech", set: { snr: -5 }, t: VOWEL },
  wrong: {
    label: "Little noise, overestimated",
    set: { snr: 30, level: "quiet" },
    t: M,
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
