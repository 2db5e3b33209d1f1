import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { LEFT, RIGHT, TOP } from "./compute.ts";

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
    min: 0.05,
    max: 2,
    step: 0.01,
    initial: 0.4,
  }),
  /** The pair of poles a ± iω, per second. */
  a: number({
    label: "real part: growth per second",
    symbol: "lambda",
    min: LEFT,
    max: RIGHT,
    step: 0.05,
    initial: -1,
  }),
  w: number({
    label: "imaginary part: radians per second",
    symbol: "omega",
    min: 0,
    max: TOP,
    step: 0.05,
    initial: 4,
  }),
};

export type Setting = Values<typeof params>;
