import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const marked = { task: "marked", memory: "shift", theta: 32 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  hippo: { label: "HiPPO, 200 steps ago", set: {} },
  random: { label: "A random matrix", set: { memory: "random" } },
  rnn: { label: "A plain RNN", set: { memory: "rnn" } },
  register: { label: "A shift register, beyond its end", set: { memory: "shift" } },
  double: { label: "Quicker swings, twice the numbers", set: { period: 16, N: 64 } },
  marked: { label: "The marked token", set: marked, t: 11 },
  gate: { label: "The marked token, with a gate", set: { ...marked, memory: "gate" }, t: 11 },
  quick: { label: "Quicker swings, 32 numbers", set: { period: 16 }, lesson: true },
  legs: { label: "HiPPO-LegS as in S4", set: { memory: "legs" }, lesson: true },
  lin: { label: "S4D-Lin", set: { memory: "lin" }, lesson: true },
  leaky: { label: "Gates that stand still", set: { memory: "gate" }, lesson: true },
  beyond: { label: "Beyond HiPPO's window", set: { d: 300 }, lesson: true },
  near: { label: "A shift register, 24 steps ago", set: { memory: "shift", d: 24 }, lesson: true },
  rnnNear: { label: "A plain RNN, 10 steps ago", set: { memory: "rnn", d: 10 }, lesson: true },
  white: {
    label: "White noise: no two inputs alike",
    set: { period: 2 },
    lesson: true,
  },
  whiteNear: {
    label: "White noise, a shift register, 24 steps ago",
    set: { period: 2, memory: "shift", d: 24 },
    lesson: true,
  },
  onePlace: { label: "The mark always in one place", set: { ...marked, places: 1 }, lesson: true },
  twoPlaces: {
    label: "The mark in one of two places",
    set: { ...marked, places: 2 },
    lesson: true,
  },
  undecided: {
    label: "The marked token, with a gate that does not listen",
    set: { ...marked, memory: "gate", sharp: 0 },
    t: 11,
    lesson: true,
  },
  markedHippo: {
    label: "The marked token, from HiPPO",
    set: { ...marked, memory: "legt" },
    lesson: true,
  },
};
