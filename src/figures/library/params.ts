import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { MOST_BOOKS, MOST_HELPERS } from "./compute.ts";

export const params = {
  task: choice({
    label: "Task",
    options: {
      sum: "add up as you go",
      max: "the largest so far",
      ssm: "a state space model, h ← a·h + b·u",
      tanh: "with tanh around it",
      each: "square each book for itself",
    },
    initial: "sum",
  }),
  k: number({ label: "helpers, k", min: 1, max: MOST_HELPERS, step: 1, initial: 4 }),
  n: number({ label: "books, n", min: 4, max: MOST_BOOKS, step: 1, initial: 16 }),
  carry: toggle({ label: "Pass the carry on", initial: true }),
  a: number({
    label: "what is kept",
    symbol: "A",
    min: -1.2,
    max: 1.2,
    step: 0.01,
    initial: 0.9,
    more: true,
  }),
  b: number({
    label: "how much gets in",
    symbol: "B",
    min: -2,
    max: 2,
    step: 0.01,
    initial: 0.2,
    more: true,
  }),
  seed: seed({ label: "Other books", initial: 4, more: true }),
};

export type Setting = Values<typeof params>;
