import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  both: { label: "All reached, all seen", set: {} },
  line: { label: "Only a line is reached", set: { B: [[1], [0.5]] } },
  blind: { label: "One direction is not seen", set: { C: [[0.8, 0.8]] } },
  register: {
    label: "A shift register",
    set: {
      A: [
        [0, 0],
        [1, 0],
      ],
      B: [[1], [0]],
      C: [[0, 1]],
    },
  },
  start: { label: "After one step", set: {}, t: 1, lesson: true },
};
