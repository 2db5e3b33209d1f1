import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { signal } from "../../kit/params/signal.ts";
import { swells } from "./presets.ts";

export const params = {
  speed: number({
    label: "speed of the signal",
    min: 0.25,
    max: 4,
    step: 0.01,
    initial: 0.5,
    log: true,
  }),
  N: number({ label: "how many numbers", symbol: "N", min: 2, max: 16, step: 1, initial: 12 }),
  theta: number({
    label: "window of LegT, in steps",
    symbol: "theta",
    min: 8,
    max: 256,
    step: 1,
    initial: 40,
    log: true,
  }),
  rule: choice({
    label: "How a step is taken",
    options: { exact: "Held input, exact", bilinear: "Bilinear" },
    initial: "exact",
  }),
  input: signal({
    label: "Input",
    symbol: "u",
    initial: swells,
    given: [[swells, "Three swells"]],
  }),
  rate: number({
    label: "samples in a step, at normal speed",
    min: 1,
    max: 12,
    step: 1,
    initial: 12,
    more: true,
  }),
  steps: number({
    label: "Steps, where the input has no length of its own",
    symbol: "L",
    min: 16,
    max: 128,
    step: 1,
    initial: 96,
    more: true,
  }),
};

export type Setting = Values<typeof params>;
