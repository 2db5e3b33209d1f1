import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

/** In the a of “state”. */
const VOWEL = 45;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  same: { label: "As the sample before", set: {}, t: VOWEL },
  sent: { label: "LPC, coefficients sent", set: { way: "sent" }, t: VOWEL },
  long: { label: "The same in frames of 64 ms", set: { way: "sent", frame: 64 }, t: VOWEL },
  past: { label: "LPC from the past", set: { way: "past", frame: 64 }, t: VOWEL },
  s6: { label: "S6", set: { way: "s6", frame: 64 }, t: VOWEL },
  voices: {
    label: "S6 on three voices",
    set: { way: "s6", frame: 64, clip: { kind: "voices" } },
    t: 20,
  },
  hiss: {
    label: "Noise: nothing to foretell",
    set: { way: "past", frame: 64, clip: { kind: "hiss" } },
    t: VOWEL,
  },
};
