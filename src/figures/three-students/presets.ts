import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";
import { lectures } from "./tokens.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  exam: { label: "Eight names, the exam over", set: {} },
  notes: { label: "The same, half the lecture", set: {}, t: 48 },
  crowd: { label: "24 names", set: { names: 24, length: 160, seed: 5 } },
  four: { label: "Early, late, twice, put right", set: { source: "own", own: lectures.four } },
  long: { label: "A lecture twice as long as any they know", set: { length: 320, seed: 5 } },
  wide: { label: "An LSTM of five times the size", set: { lstm: "wide" } },
  one: {
    label: "A Mamba with one state a channel",
    set: { mamba: "n1", names: 24, length: 160, seed: 5 },
  },
  apart: {
    label: "Said at the beginning, asked at the end",
    set: { source: "own", own: lectures.apart },
  },
  recall: { label: "How well they recall", set: { show: "recall" } },
  question: { label: "The first question", set: {}, t: 97, lesson: true },
  gone: {
    label: "What the Transformer no longer keeps",
    set: { length: 320, seed: 5 },
    t: 331,
    lesson: true,
  },
};
