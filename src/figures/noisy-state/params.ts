import type { Values } from "../../kit/param.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { signal } from "../../kit/params/signal.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { MOST_PATHS, MOST_STEPS } from "./compute.ts";

export const params = {
  a: number({
    label: "what is kept",
    symbol: "A",
    min: -1,
    max: 1.05,
    step: 0.01,
    initial: 0.95,
  }),
  Q: number({
    label: "variance of the process noise",
    symbol: "Q",
    min: 0,
    max: 2,
    step: 0.01,
    initial: 0.1,
  }),
  R: number({
    label: "variance of the measurement noise",
    symbol: "R",
    min: 0,
    max: 4,
    step: 0.01,
    initial: 0.5,
  }),
  paths: number({ label: "Paths", min: 1, max: MOST_PATHS, step: 1, initial: 30 }),
  input: signal({ label: "Input", symbol: "u", initial: { kind: "step" } }),
  seed: seed({ label: "Seed of the noise", initial: 42 }),
  jolt: number({
    label: "one extra jolt to the state",
    symbol: "v",
    min: -6,
    max: 6,
    step: 0.1,
    initial: 0,
    more: true,
  }),
  slip: number({
    label: "one extra slip of the measurement",
    symbol: "n",
    min: -6,
    max: 6,
    step: 0.1,
    initial: 0,
    more: true,
  }),
  b: number({
    label: "how much gets in",
    symbol: "B",
    min: -1,
    max: 1,
    step: 0.01,
    initial: 0.2,
    more: true,
  }),
  steps: number({
    label: "Steps",
    symbol: "L",
    min: 16,
    max: MOST_STEPS,
    step: 1,
    initial: 128,
    more: true,
  }),
  future: toggle({ label: "Show what comes next", initial: true, more: true }),
};

export type Setting = Values<typeof params>;
