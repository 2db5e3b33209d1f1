import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";

/** The input at 0, ½, 1, 1½ and 2 seconds. */
export const KNOTS = ["u0", "u1", "u2", "u3", "u4"] as const;
const knot = (label: string, initial: number) =>
  number({ label, symbol: "u", min: 0, max: 1.5, step: 0.01, initial, more: true });

export const params = {
  way: choice({
    label: "What the step assumes",
    options: {
      smooth: "nothing: the integral",
      zoh: "Zero-order hold",
      euler: "Euler",
      backward: "Backward Euler",
      bilinear: "Bilinear, the trapezium",
      mamba: "Mamba’s rule",
    },
    initial: "smooth",
  }),
  dt: number({
    label: "step size, in seconds",
    symbol: "Delta",
    min: 0.05,
    max: 2,
    step: 0.01,
    initial: 1.2,
  }),
  a: number({
    label: "decay rate, per second",
    symbol: "A",
    min: -8,
    max: 0,
    step: 0.05,
    initial: -1.5,
  }),
  h0: number({
    label: "state at the start",
    symbol: "h",
    min: -1,
    max: 1.5,
    step: 0.01,
    initial: 1,
  }),
  u0: knot("input at 0 s", 0.4),
  u1: knot("input at ½ s", 0.9),
  u2: knot("input at 1 s", 1.2),
  u3: knot("input at 1½ s", 0.8),
  u4: knot("input at 2 s", 0.4),
  /** Where a rule that looks at the end of the step reads the input. */
  reads: choice({
    label: "The input is read",
    options: { once: "once, at the start", ends: "where the rule looks" },
    initial: "once",
    more: true,
  }),
};

export type Setting = Values<typeof params>;
