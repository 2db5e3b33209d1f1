import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";

export const params = {
  show: choice({
    label: "What is shown",
    options: { errors: "the error, by N", gradients: "the gradient, by time" },
    initial: "errors",
  }),
  signal: choice({
    label: "The past",
    options: { corner: "corners (k = 1)", bend: "bends (k = 2)", wave: "a sine wave (k = 4)" },
    initial: "corner",
  }),
  N: number({
    label: "how many numbers",
    symbol: "N",
    min: 1,
    max: 64,
    step: 1,
    initial: 16,
    log: true,
  }),
  span: number({ label: "how long the past is", min: 2, max: 12, step: 1, initial: 4 }),
};

export type Setting = Values<typeof params>;
