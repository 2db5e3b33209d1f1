import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  three: { label: "3, 1, 4, as they are said", set: {} },
  half: { label: "In the middle of the 3", set: {}, t: 40 },
  noise: { label: "The same in noise", set: { snr: 5 } },
  drowned: { label: "Drowned in noise", set: { snr: -5 } },
  seven: { label: "A seven", set: { sound: { kind: "seven" } } },
  cut: { label: "The beginning of a seven", set: { sound: { kind: "seven" }, part: 30 } },
  wrong: { label: "One that it gets wrong", set: { sound: { kind: "wrong" } } },
  word: { label: "A word that is no digit", set: { sound: { kind: "word" } } },
  nobody: { label: "Nobody speaks", set: { sound: { kind: "nobody" } } },
};
