import type { Preset } from "../../kit/figure.ts";
import { examples } from "./examples.ts";
import type { Setting } from "./params.ts";

const chinese = {
  model: "chinese",
  text: examples.spring.text,
  layer: 6,
  write: 12,
  temperature: 0.7,
  seed: 3,
} as const;
const king = { text: examples.king.text, write: 40 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  tokens: { label: "Δ of every character", set: {} },
  line: { label: "A channel whose Δ jumps at new lines", set: { channel: 1 } },
  states: { label: "Its 16 states", set: { show: "states", channel: 1 } },
  hears: { label: "What it still hears", set: { show: "hears", channel: 1 } },
  cleared: {
    label: "What if the states were cleared?",
    set: { show: "whatif", change: "state", at: 29 },
    t: 28,
  },
  anew: {
    label: "What if all were forgotten?",
    set: { ...king, show: "whatif", change: "both", at: 65 },
    t: 64,
  },
  inside: { label: "Into the model", set: { show: "inside" } },
  full: { label: "The full model", set: { model: "english", layer: 6, channel: 1 } },
  chinese: { label: "A quatrain", set: chinese },
  start: { label: "The first characters", set: {}, t: 6, lesson: true },
  kings: { label: "A king is announced", set: king, t: 64, lesson: true },
  held: {
    label: "A Δ of nothing",
    set: { ...king, show: "whatif", change: "hold", at: 65 },
    t: 64,
    lesson: true,
  },
  unheard: {
    label: "A character unheard",
    set: { show: "whatif", change: "unheard", at: 13 },
    lesson: true,
  },
  everyone: { label: "What the whole layer hears", set: { show: "hears" }, lesson: true },
  layer: { label: "One layer", set: { show: "inside", zoom: "layer" }, lesson: true },
  block: { label: "All its states", set: { show: "inside", zoom: "block" }, lesson: true },
  channel: {
    label: "One channel",
    set: { show: "inside", zoom: "channel", channel: 1 },
    lesson: true,
  },
  greedy: { label: "Always the most probable", set: { temperature: 0, write: 120 }, lesson: true },
  wild: { label: "Hot", set: { temperature: 1.5, write: 120 }, lesson: true },
  own: {
    label: "A text it knows nothing of",
    set: { text: examples.modern.text, channel: 1 },
    lesson: true,
  },
};
