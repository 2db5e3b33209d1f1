import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

/** Nearly parallel directions, and a start at a right angle to the first. */
const needle = { angle: 4, start: [[0], [1]] };

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  two: { label: "Two directions", set: {}, t: 0 },
  square: { label: "At a right angle", set: { angle: 90 } },
  flip: { label: "One of them flips", set: { second: -0.8 } },
  needle: { label: "Nearly parallel", set: needle },
  alike: { label: "Nearly parallel, alike", set: { ...needle, first: 0.9, second: 0.88 } },
  lucky: { label: "A start along one of them", set: { angle: 4, start: [[1], [0]] } },
  needleAsk: {
    label: "Nearly parallel, at the start",
    set: { ...needle, future: false },
    t: 0,
    lesson: true,
  },
};
