import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  far: { label: "A channel that hears far", set: {} },
  signs: { label: "A channel of both signs", set: { layer: 1, channel: 76, block: 1, head: 3 } },
  below: { label: "A channel below zero", set: { layer: 7, channel: 180, block: 6, head: 2 } },
  mean: { label: "All channels, all heads", set: { channel: 0, head: 0, block: 6 } },
  first: { label: "The first layers", set: { layer: 1, channel: 0, block: 1, head: 0 } },
  name: {
    label: "A name, said again",
    set: { text: "ROMEO: O Romeo, Romeo", layer: 7, channel: 42, block: 3, head: 2 },
  },
  early: { label: "Half the sentence", set: {}, t: 8, lesson: true },
  previous: {
    label: "A head that looks one back",
    set: { layer: 6, channel: 0, block: 2, head: 4 },
    lesson: true,
  },
};
