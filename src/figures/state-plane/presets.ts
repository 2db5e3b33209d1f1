import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

/** A turn of (0.96, 0.28), whose length is exactly 1: it neither fades nor grows. */
const turn = [
  [0.96, -0.28],
  [0.28, 0.96],
];

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  // Position and speed, a unit step in time: first speed += push − 0.09·position − 0.06·speed, then position += speed.
  spring: { label: "A mass on a spring", set: {} },
  oscillator: {
    label: "Undamped oscillator",
    set: { A: turn, B: [[1], [0]], input: { kind: "impulse" } },
  },
  integrator: {
    label: "Adds up twice",
    set: {
      A: [
        [1, 1],
        [0, 1],
      ],
      B: [[0], [0.1]],
    },
  },
  saddle: {
    label: "Saddle",
    set: {
      A: [
        [1.01, 0.06],
        [0.06, 0.85],
      ],
      B: [[-0.6], [1]],
      input: { kind: "impulse" },
    },
  },
  leaky: {
    label: "Two leaky memories",
    set: {
      A: [
        [0.95, 0],
        [0, 0.6],
      ],
      B: [[0.05], [0.4]],
      C: [[0.5, 0.5]],
    },
  },
  spiral: {
    label: "Spiral outwards",
    set: {
      A: [
        [0.98, -0.28],
        [0.28, 0.98],
      ],
      B: [[1], [0]],
      input: { kind: "impulse" },
    },
  },
  overflow: {
    label: "Until numbers end",
    set: {
      A: [
        [4, -3],
        [3, 4],
      ],
      B: [[1], [0]],
      input: { kind: "impulse" },
      steps: 512,
    },
  },
  resonance: {
    label: "Pushed in its own rhythm",
    set: { input: { kind: "sine", period: 21 } },
  },
  springAsk: {
    label: "A mass on a spring, just pushed",
    set: { future: false },
    t: 8,
    lesson: true,
  },
  oscillatorAsk: {
    label: "Undamped oscillator, before it turns",
    set: { A: turn, B: [[1], [0]], input: { kind: "impulse" }, future: false },
    t: 6,
    lesson: true,
  },
  spiralAsk: {
    label: "Spiral outwards, before it grows",
    set: {
      A: [
        [0.98, -0.28],
        [0.28, 0.98],
      ],
      B: [[1], [0]],
      input: { kind: "impulse" },
      future: false,
    },
    t: 6,
    lesson: true,
  },
};
