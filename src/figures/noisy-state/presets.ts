import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const walk = { a: 1, b: 0, Q: 0.1, R: 0.5 } as const;
const still = { Q: 0, R: 0, b: 0, paths: 1 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  both: { label: "Both noises", set: {} },
  onlyV: { label: "Only process noise", set: { R: 0 } },
  onlyN: { label: "Only measurement noise", set: { Q: 0 } },
  walk: { label: "A random walk", set: walk },
  oneEach: { label: "One jolt, one slip", set: { ...still, jolt: 4, slip: 4 } },
  none: { label: "No noise", set: { Q: 0, R: 0 } },
  single: { label: "One path", set: { paths: 1 }, lesson: true },
  noneAsk: {
    label: "No noise, at the start",
    set: { Q: 0, R: 0, paths: 1, future: false },
    t: 12,
    lesson: true,
  },
  oneAsk: {
    label: "One jolt, one slip, as the jolt comes",
    set: { ...still, jolt: 4, slip: 4, future: false },
    t: 33,
    lesson: true,
  },
  keepsJolt: {
    label: "One jolt kept for ever",
    set: { ...still, a: 1, jolt: 4, slip: 4 },
    lesson: true,
  },
  walkAsk: {
    label: "A random walk, at its start",
    set: { ...walk, future: false },
    t: 20,
    lesson: true,
  },
};
