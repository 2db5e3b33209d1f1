import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const delay = { goal: "delay", d: 16, N: 4, slow: 32 } as const;
const box = { goal: "box", d: 24, N: 4, slow: 32 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  one: { label: "One leaky number", set: {} },
  several: { label: "Several, read alike", set: { N: 4, slow: 32 } },
  logarithm: { label: "The same on a log axis", set: { N: 4, slow: 32, log: true } },
  delay: { label: "Recall one moment", set: delay },
  delayMore: { label: "One moment, eight numbers", set: { ...delay, N: 8 } },
  box: { label: "Hold the last 24 steps", set: box },
  boxMore: { label: "The last 24, eight numbers", set: { ...box, N: 8 } },
  speech: {
    label: "A spoken sentence",
    set: { N: 3, slow: 24, spread: 3, input: { kind: "series", id: "speech" } },
    t: 180,
  },
  oneAsk: { label: "One leaky number, half-way", set: { future: false }, t: 48, lesson: true },
  boxStep: {
    label: "The mean of a window, on a step",
    set: { ...box, input: { kind: "step" } },
    lesson: true,
  },
  delayStep: {
    label: "One moment, on a step",
    set: { ...delay, input: { kind: "step" } },
    lesson: true,
  },
};
