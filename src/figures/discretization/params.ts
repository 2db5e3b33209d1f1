import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { LEAST, MOST } from "./compute.ts";

export const params = {
  rule: choice({
    label: "Rule",
    options: {
      zoh: "Zero-order hold",
      bilinear: "Bilinear",
      euler: "Euler",
      backward: "Backward Euler",
    },
    initial: "zoh",
  }),
  dt: number({
    label: "step size, in seconds",
    symbol: "Delta",
    min: LEAST,
    max: MOST,
    step: 0.001,
    initial: 0.5,
    log: true,
  }),
  /** λ = a + iω: how fast the system forgets and how fast it turns, per second. */
  a: number({
    label: "decay rate, per second",
    symbol: "A",
    min: -8,
    max: 0,
    step: 0.05,
    initial: -1,
  }),
  w: number({
    label: "turning rate, radians per second",
    symbol: "omega",
    min: 0,
    max: 12,
    step: 0.1,
    initial: 0,
  }),
  input: choice({
    label: "Input",
    options: { bump: "A swell", pulse: "On and off", sine: "Sine wave", tones: "Two waves" },
    initial: "bump",
  }),
  /** Compared with the answer to the smooth input, or to the staircase itself. */
  truth: choice({
    label: "Measured against",
    options: { smooth: "the smooth input's answer", stairs: "the staircase's answer" },
    initial: "smooth",
  }),
  /** Where in its step the held value is taken. */
  at: choice({
    label: "Held value taken at",
    options: { begin: "the beginning of the step", middle: "the middle of the step" },
    initial: "begin",
    more: true,
  }),
};

export type Setting = Values<typeof params>;
