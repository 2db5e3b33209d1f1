import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  three: { label: "Chunks of three", set: {} },
  four: { label: "Chunks of four", set: { c: 4 } },
  alone: { label: "One chunk: one thread", set: { c: 12 } },
  layer: { label: "A layer of Mamba-130m", set: { show: "counts" } },
  long: { label: "16,384 tokens", set: { show: "counts", L: 16_384, chunk: 256 } },
  start: { label: "Before K1", set: {}, t: 0, lesson: true },
  summed: { label: "After K1", set: {}, t: 3, lesson: true },
  carried: { label: "After K2", set: {}, t: 6, lesson: true },
  short: { label: "A layer in chunks of 8", set: { show: "counts", chunk: 8 }, lesson: true },
};
