import type { Values } from "../../kit/param.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { STEPS } from "./size.ts";

export const params = {
  a: number({ label: "what is kept", symbol: "A", min: 0, max: 1, step: 0.01, initial: 0.95 }),
  Q: number({
    label: "variance of the process noise",
    symbol: "Q",
    min: 0,
    max: 2,
    step: 0.01,
    initial: 0.5,
  }),
  R: number({
    label: "variance of the measurement noise",
    symbol: "R",
    min: 0.05,
    max: 4,
    step: 0.01,
    initial: 1,
  }),
  look: number({ label: "step looked at", symbol: "t", min: 1, max: STEPS, step: 1, initial: 6 }),
  seed: seed({ label: "noise", initial: 5 }),
};

export type Setting = Values<typeof params>;
