import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { clip } from "../../kit/params/clip.ts";
import { number } from "../../kit/params/number.ts";

export const params = {
  clip: clip({
    label: "Sound",
    options: {
      sentence: "A spoken sentence",
      voices: "Three voices",
      hiss: "White noise",
    },
    own: "My own sound",
    minutes: 1,
  }),
  way: choice({
    label: "A sample is foretold",
    options: {
      same: "as the one before",
      sent: "by LPC, coefficients sent",
      past: "by LPC from the past",
      s6: "by S6",
    },
    initial: "same",
  }),
  p: number({ label: "samples that LPC looks back", min: 1, max: 32, step: 1, initial: 16 }),
  frame: number({
    label: "of sound for each set of coefficients, in ms",
    min: 8,
    max: 128,
    step: 8,
    initial: 32,
  }),
  layer: number({ label: "Layer", min: 1, max: 2, step: 1, initial: 2 }),
  channel: number({ label: "Channel", min: 1, max: 32, step: 1, initial: 6 }),
};

export type Setting = Values<typeof params>;
export type Way = Setting["way"];
export const ways: readonly Way[] = ["same", "sent", "past", "s6"];
