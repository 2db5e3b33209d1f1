import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";

export const params = {
  input: choice({
    label: "Input",
    options: { sine: "a sine wave", step: "a step", impulse: "one token" },
    initial: "sine",
  }),
  decay: choice({
    label: "Decays",
    options: { own: "one for each state", shared: "one for the head" },
    initial: "own",
  }),
  lambda: number({
    label: "share of the new input",
    symbol: "trap",
    min: 0,
    max: 1,
    step: 0.05,
    initial: 1,
  }),
  omega: number({
    label: "turns, radians per unit of time",
    symbol: "omega",
    min: 0,
    max: 6,
    step: 0.1,
    initial: 0,
  }),
  delta: number({
    label: "step",
    symbol: "Delta",
    min: 0.04,
    max: 1,
    step: 0.01,
    initial: 0.4,
    log: true,
  }),
};

export type Setting = Values<typeof params>;
