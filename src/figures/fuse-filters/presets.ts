import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const positive = { w2: "0.5 0.3 0.2" } as const;
const noise = { kind: "noise", seed: 5 } as const;
const relu = { between: "relu" } as const;
const selective = { first: "smooth", second: "selective" } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  series: { label: "In series", set: {}, t: 40 },
  parallel: { label: "In parallel", set: { way: "parallel" }, t: 40 },
  undo: {
    label: "An echo, and its removal",
    set: { w1: "1 0 0 0 0.5", w2: "1 0 0 0 -0.5" },
    t: 40,
  },
  relu: { label: "A ReLU between them", set: relu, t: 50 },
  positive: {
    label: "A ReLU with nothing to cut",
    set: { ...relu, ...positive, input: { kind: "step" } },
    t: 40,
  },
  s4: { label: "Then S4", set: { second: "s4" }, t: 40 },
  conv: { label: "Mamba’s conv1d, then S4", set: { first: "change", second: "s4" }, t: 40 },
  selective: { label: "Δ follows the input", set: selective, t: 40 },
  block: {
    label: "Conv1d, SiLU, selective: as in Mamba",
    set: { ...selective, between: "silu" },
    t: 40,
  },
  ask: { label: "Two kernels, before they are merged", set: {}, t: 40, lesson: true },
  long: {
    label: "Two kernels of eight taps",
    set: { w1: "0.3 0.25 0.2 0.15 0.1 0.05 0.05 0.05", w2: "0.5 0.3 0.1 0 -0.1 -0.2 -0.3 -0.3" },
    t: 40,
    lesson: true,
  },
  parallelLong: {
    label: "The same eight taps, in parallel",
    set: {
      way: "parallel",
      w1: "0.3 0.25 0.2 0.15 0.1 0.05 0.05 0.05",
      w2: "0.5 0.3 0.1 0 -0.1 -0.2 -0.3 -0.3",
    },
    t: 40,
    lesson: true,
  },
  impulse: { label: "One lone input", set: { input: { kind: "impulse" } }, t: 12, lesson: true },
  reluNoise: {
    label: "A ReLU, positive kernels, noise",
    set: { ...relu, ...positive, input: noise },
    t: 40,
    lesson: true,
  },
  silu: { label: "A SiLU between them", set: { between: "silu" }, t: 40, lesson: true },
  still: { label: "Δ at rest", set: { ...selective, follow: 0 }, t: 40, lesson: true },
};
