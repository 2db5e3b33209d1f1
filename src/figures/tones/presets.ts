import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const all = { show: "all" } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  one: { label: "One tone", set: {}, t: 6 },
  mean: { label: "Mean of four: a tone is gone", set: { kernel: "mean" }, t: 6 },
  all: { label: "All tones", set: all },
  delay: { label: "Delay by three", set: { ...all, kernel: "delay" } },
  wrap: { label: "Without the zeros", set: { ...all, pad: false } },
  push: { label: "A push at the end, without", set: { ...all, pad: false, input: "last" } },
  begin: { label: "The first tone", set: all, t: 0, lesson: true },
};
