import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  start: { label: "From the first character", set: {} },
  thousand: { label: "After 1,000 characters", set: { context: "k1" } },
  tenThousand: { label: "After 10,000", set: { context: "k10" } },
  hundredThousand: { label: "After 100,000", set: { context: "k100" } },
  window: { label: "Looking back 256", set: { context: "k10", sight: "window" } },
  published: { label: "Published, at scale", set: { show: "published" } },
  begin: { label: "Before anything is written", set: {}, t: 0, lesson: true },
  few: { label: "Twenty characters in", set: {}, t: 20, lesson: true },
  windowStart: {
    label: "Looking back 256, from the first",
    set: { sight: "window" },
    lesson: true,
  },
};
