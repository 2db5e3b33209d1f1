import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { signal } from "../../kit/params/signal.ts";
import { swells } from "./presets.ts";

/** Ages of the window at which a drawn weight is set, evenly spaced. */
export const CORNERS = ["w0", "w1", "w2", "w3", "w4"] as const;

const corner = (label: string, initial: number) =>
  number({ label, min: 0.05, max: 1, step: 0.05, initial, more: true });

export const params = {
  measure: choice({
    label: "What counts, and how much",
    options: {
      legs: "LegS: all of the past alike",
      legt: "LegT: a window, polynomials",
      lagt: "LagT: a fading past",
      fout: "FouT: a window, waves",
      drawn: "A weight of your own",
    },
    initial: "legs",
  }),
  N: number({ label: "how many numbers", symbol: "N", min: 1, max: 8, step: 1, initial: 3 }),
  /** Beyond the last one it is the last one. */
  n: number({ label: "number looked at", symbol: "coef", min: 0, max: 7, step: 1, initial: 1 }),
  theta: number({
    label: "window, in steps",
    symbol: "theta",
    min: 16,
    max: 128,
    step: 4,
    initial: 64,
  }),
  input: signal({
    label: "Input",
    symbol: "u",
    initial: swells,
    given: [[swells, "Three swells"]],
  }),
  w0: corner("weight now", 1),
  w1: corner("weight a quarter back", 0.6),
  w2: corner("weight half-way back", 0.9),
  w3: corner("weight three quarters back", 0.4),
  w4: corner("weight at the window's end", 0.1),
  steps: number({
    label: "Steps, where the input has no length of its own",
    symbol: "L",
    min: 32,
    max: 256,
    step: 1,
    initial: 160,
    more: true,
  }),
};

export type Setting = Values<typeof params>;
