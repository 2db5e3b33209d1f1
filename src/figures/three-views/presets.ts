import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const step = { kind: "step" } as const;
const sine = { kind: "sine", period: 24 } as const;
const few = { N: 4, steps: 48, input: step, dt: 0.1 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  nile: { label: "The Nile", set: {}, t: 60 },
  step: { label: "A step", set: { input: step }, t: 50 },
  speech: {
    label: "A spoken sentence",
    set: { input: { kind: "series", id: "speech" }, N: 32, dt: 0.03 },
    t: 150,
  },
  lin: { label: "S4D-Lin, zero-order hold", set: { init: "lin", rule: "zoh" }, t: 60 },
  long: {
    label: "1,024 steps, 64 numbers",
    set: { N: 64, steps: 1024, dt: 0.01, input: { kind: "noise", seed: 3 } },
    t: 700,
  },
  varying: { label: "Δ varies with the input", set: { varying: true }, t: 60 },
  impulse: {
    label: "One impulse: the output is the kernel",
    set: { input: { kind: "impulse" }, N: 8 },
    t: 30,
  },
  coarse: {
    label: "Coarse steps, bilinear",
    set: { dt: 0.5, steps: 32, input: step },
    t: 16,
    lesson: true,
  },
  coarseHold: {
    label: "Coarse steps, zero-order hold",
    set: { dt: 0.5, steps: 32, input: step, rule: "zoh" },
    t: 16,
    lesson: true,
  },
  few: { label: "Four numbers", set: few, t: 7, lesson: true },
  fewVarying: {
    label: "Four numbers, Δ varies",
    set: { ...few, varying: true },
    t: 7,
    lesson: true,
  },
  two: { label: "Two numbers, S4D-Real", set: { ...few, N: 2, init: "real" }, t: 6, lesson: true },
  sine: { label: "A sine wave", set: { input: sine }, t: 60, lesson: true },
  sineVarying: {
    label: "A sine wave, Δ varies",
    set: { input: sine, varying: true },
    t: 60,
    lesson: true,
  },
  random: { label: "Random poles", set: { init: "random" }, t: 60, lesson: true },
  silence: {
    label: "Silence",
    set: { input: { kind: "own", data: new Float64Array(64), scale: 1 } },
    t: 40,
    lesson: true,
  },
};
