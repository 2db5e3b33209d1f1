import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";

export const params = {
  system: choice({
    label: "System",
    options: { spring: "two states that swing", legs: "HiPPO-LegS" },
    initial: "spring",
  }),
  rule: choice({
    label: "Rule",
    options: {
      zoh: "Zero-order hold",
      bilinear: "Bilinear",
      euler: "Euler",
      backward: "Backward Euler",
    },
    initial: "euler",
  }),
  dt: number({
    label: "step size",
    symbol: "Delta",
    min: 0.01,
    max: 1,
    step: 0.005,
    initial: 0.2,
  }),
  a: number({ label: "decay rate", symbol: "A", min: -2, max: 0, step: 0.05, initial: 0 }),
  w: number({ label: "turning rate", symbol: "omega", min: 0.5, max: 6, step: 0.1, initial: 2 }),
  N: number({ label: "how many states", symbol: "N", min: 2, max: 16, step: 1, initial: 8 }),
};

export type Setting = Values<typeof params>;
