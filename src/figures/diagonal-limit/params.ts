import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";

/** The axis of frequencies, in radians per unit of time. */
export const [SLOWEST, FASTEST] = [0.1, 1000];

export const params = {
  response: choice({
    label: "Answer to",
    options: { impulse: "an impulse", step: "a step" },
    initial: "impulse",
  }),
  w: number({
    label: "frequency looked at",
    symbol: "omega",
    min: SLOWEST,
    max: FASTEST,
    step: 0.01,
    initial: 1,
    log: true,
  }),
  seed: seed({ label: "Seed of the shuffled signs", initial: 1, more: true }),
};

export type Setting = Values<typeof params>;
