import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const seed = { story: "seed" } as const;
const gpu = { story: "gpu" } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  seed: { label: "The article’s kitchen", set: seed },
  kitchen: { label: "A fridge down the corridor", set: {} },
  near: { label: "The fridge beside the stove", set: { far: 0 } },
  one: { label: "A recipe of one step", set: { steps: 1 } },
  small: { label: "A counter for one dish", set: { counter: 1 } },
  long: { label: "A long recipe, a far fridge", set: { steps: 6, far: 8 } },
  gpu: { label: "On a card: H200", set: gpu },
  consumer: { label: "On a card: RTX 4090", set: { ...gpu, card: "rtx4090" } },
  busy: { label: "A card that has much to compute", set: { ...gpu, work: 500 } },
  seedStart: { label: "The article’s kitchen, just begun", set: seed, t: 4, lesson: true },
  start: { label: "The corridor, at the start", set: {}, t: 0, lesson: true },
  middle: { label: "Half past", set: {}, t: 30, lesson: true },
  oneStart: { label: "One step, at the start", set: { steps: 1 }, t: 0, lesson: true },
  smallStart: { label: "A counter for one, at the start", set: { counter: 1 }, t: 0, lesson: true },
  gpuStart: { label: "On a card, at the start", set: gpu, t: 0, lesson: true },
  busyStart: {
    label: "Much to compute, at the start",
    set: { ...gpu, work: 500 },
    t: 0,
    lesson: true,
  },
  big: { label: "A counter for all", set: { counter: 8, dishes: 8 }, lesson: true },
};
