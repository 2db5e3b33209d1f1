import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const own = { show: "own" } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  both: { label: "Both tasks", set: {} },
  random: { label: "Random spacing", set: { spacing: "random" } },
  own: { label: "They read a sequence", set: own, t: 10 },
  moved: {
    label: "Trained on fixed spacing, one letter moved",
    set: { ...own, pair: "fixed", own: "cg.a............" },
  },
  layers: { label: "Two layers", set: { spacing: "random", layers: 2 } },
  longer: {
    label: "Two layers, three times as long",
    set: { spacing: "random", layers: 2, steps: 1500 },
  },
  patient: { label: "One layer, three times as long", set: { spacing: "random", steps: 1500 } },
  broken: { label: "A learning rate of 10", set: { spacing: "random", lr: 10 } },
  start: {
    label: "Fixed spacing, after 20 steps",
    set: { spacing: "fixed" },
    t: 1,
    lesson: true,
  },
  hundred: {
    label: "Fixed spacing, after 100 steps",
    set: { spacing: "fixed" },
    t: 9,
    lesson: true,
  },
  early: {
    label: "Random spacing, after 50 steps",
    set: { spacing: "random" },
    t: 4,
    lesson: true,
  },
  arrives: { label: "A letter arrives", set: own, t: 2, lesson: true },
  place: {
    label: "Trained on fixed spacing, in its place",
    set: { ...own, pair: "fixed", own: "cga............." },
    lesson: true,
  },
};
