import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  here: { label: "All methods, one series", set: {} },
  channels: { label: "64 series side by side", set: { D: 64 } },
  trees: { label: "Chunks and the two trees", set: { show: "trees" } },
  helpers: { label: "The processor and its helpers", set: { show: "cpu", method: "helpers" } },
  away: { label: "With the way there and back", set: { away: true } },
  depth: { label: "What must wait", set: { plot: "depth" } },
  work: { label: "What must be done", set: { plot: "work", method: "hillis" }, lesson: true },
  one: { label: "One thread and chunks", set: { show: "card" }, lesson: true },
  short: { label: "Short rows", set: { at: 10 }, lesson: true },
};
