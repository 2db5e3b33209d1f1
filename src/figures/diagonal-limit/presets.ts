import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  impulse: { label: "Answers to an impulse", set: {} },
  step: { label: "Answers to a step", set: { response: "step" } },
  fast: { label: "A fast tone", set: { w: 100 } },
  sixteen: { label: "16 numbers", set: {}, t: 3, lesson: true },
  twice: { label: "32 numbers", set: {}, t: 4, lesson: true },
};
