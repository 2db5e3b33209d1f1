import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const NOISY = { ask: "turn", R: 0.3, beta: 1 } as const;
const MOVING = { ask: "turn", R: 0.02, Q: 0.02 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  two: { label: "Two rows at 60°", set: {}, t: 2 },
  long: { label: "The same two, asked again and again", set: {} },
  square: { label: "Two rows at right angles", set: { angle: 90 }, t: 2 },
  narrow: { label: "Two rows nearly alike", set: { angle: 15 } },
  noisy: { label: "Noisy answers", set: NOISY },
  gentle: { label: "Noisy answers, a small learning rate", set: { ...NOISY, beta: 0.15 } },
  moving: { label: "Weights that wander", set: MOVING },
  one: { label: "After the first answer", set: {}, t: 1, lesson: true },
  askNoisy: { label: "Noisy, after the first answer", set: NOISY, t: 1, lesson: true },
  askSquare: { label: "Right angles, after one answer", set: { angle: 90 }, t: 1, lesson: true },
};
