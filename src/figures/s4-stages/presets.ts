import type { Preset } from "../../kit/figure.ts";
import { at } from "./compute.ts";
import type { Setting } from "./params.ts";

const slow = { dt: 0.2, seed: 4 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  whole: { label: "All stages", set: {} },
  cut: { label: "A longer kernel", set: slow, t: at.cut },
  uncut: { label: "Not cut off", set: { ...slow, cut: false }, t: at.cut },
  many: { label: "32 lags, eight states", set: { N: 8, L: 32, dt: 0.1, j: 5 } },
  one: { label: "One state", set: { N: 1, L: 8, dt: 0.3, j: 1 } },
  wanted: { label: "What is wanted", set: {}, t: at.wanted, lesson: true },
  series: { label: "A sum at each root", set: {}, t: at.series, lesson: true },
  last: { label: "z = −1", set: { j: 4 }, t: at.axis, lesson: true },
  axis: { label: "From circle to axis", set: {}, t: at.axis, lesson: true },
  near: { label: "Near a pole", set: {}, t: at.sums, lesson: true },
  zero: { label: "At z = 1", set: { j: 0 }, t: at.sums, lesson: true },
  woodbury: { label: "Four sums in one", set: {}, t: at.woodbury, lesson: true },
};
