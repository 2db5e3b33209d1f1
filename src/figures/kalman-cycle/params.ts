import type { Values } from "../../kit/param.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { MOST_STEPS } from "./compute.ts";

export const params = {
  a: number({
    label: "what is kept",
    symbol: "A",
    min: -1,
    max: 1.05,
    step: 0.01,
    initial: 0.95,
  }),
  /** Variances of the world's own noises. */
  Q: number({
    label: "variance of the process noise",
    symbol: "Q",
    min: 0,
    max: 2,
    step: 0.01,
    initial: 0.2,
  }),
  R: number({
    label: "variance of the measurement noise",
    symbol: "R",
    min: 0,
    max: 4,
    step: 0.01,
    initial: 1,
  }),
  /** How many times larger the filter believes them to be. */
  kQ: number({
    label: "the filter believes in so many times Q",
    min: 0.01,
    max: 100,
    step: 0.001,
    initial: 1,
    log: true,
  }),
  kR: number({
    label: "the filter believes in so many times R",
    min: 0.01,
    max: 100,
    step: 0.001,
    initial: 1,
    log: true,
  }),
  seed: seed({ label: "Seed of the noise", initial: 42 }),
  P0: number({
    label: "variance before anything is seen",
    symbol: "P",
    min: 0,
    max: 16,
    step: 0.1,
    initial: 4,
    more: true,
  }),
  steps: number({
    label: "Steps",
    symbol: "L",
    min: 8,
    max: MOST_STEPS,
    step: 1,
    initial: 40,
    more: true,
  }),
  /** The measurement moved by hand, and by how much. */
  at: number({
    label: "a measurement moved by hand: its step",
    symbol: "t",
    min: 0,
    max: MOST_STEPS - 1,
    step: 1,
    initial: 0,
    more: true,
  }),
  by: number({
    label: "and how far it is moved",
    symbol: "y",
    min: -10,
    max: 10,
    step: 0.01,
    initial: 0,
    more: true,
  }),
  future: toggle({ label: "Show what comes next", initial: true, more: true }),
};

export type Setting = Values<typeof params>;
