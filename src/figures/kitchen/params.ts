import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";

export const params = {
  story: choice({
    label: "The story",
    options: {
      seed: "as the article tells it",
      kitchen: "with a fridge down the corridor",
      gpu: "the same on a graphics card",
    },
    initial: "kitchen",
  }),
  far: number({
    label: "minutes to the fridge",
    symbol: "walk",
    min: 0,
    max: 10,
    step: 0.5,
    initial: 3,
  }),
  steps: number({
    label: "steps of the recipe",
    symbol: "recipe",
    min: 1,
    max: 6,
    step: 1,
    initial: 3,
  }),
  counter: number({ label: "dishes that fit on the counter", min: 1, max: 8, step: 1, initial: 4 }),
  dishes: number({ label: "dishes", min: 1, max: 24, step: 1, initial: 12 }),
  cook: number({
    label: "minutes a dish needs in each step",
    min: 0.5,
    max: 5,
    step: 0.5,
    initial: 1,
  }),
  card: choice({
    label: "The card, at its data sheet’s peak",
    options: {
      a100: "A100 80 GB: 2.04 TB/s",
      h100: "H100: 3.35 TB/s",
      h200: "H200: 4.8 TB/s",
      rtx4090: "RTX 4090: 1.01 TB/s",
    },
    initial: "h200",
  }),
  work: number({
    label: "operations on each number in each step",
    min: 1,
    max: 1000,
    step: 1,
    initial: 1,
    log: true,
  }),
};

export type Setting = Values<typeof params>;
