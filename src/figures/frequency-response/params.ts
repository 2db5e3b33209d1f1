import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";

/** The axis of frequencies, in radians per unit of time. */
export const [SLOWEST, FASTEST] = [0.1, 100];

export const params = {
  system: choice({
    label: "System",
    options: { resonator: "a resonator", legs: "S4, LegS", lin: "S4D-Lin" },
    initial: "resonator",
  }),
  rule: choice({
    label: "Rule",
    options: { zoh: "Zero-order hold", bilinear: "Bilinear" },
    initial: "bilinear",
  }),
  dt: number({
    label: "step size",
    symbol: "Delta",
    min: 0.05,
    max: 1,
    step: 0.01,
    initial: 0.5,
  }),
  w: number({
    label: "frequency looked at, radians per unit of time",
    min: SLOWEST,
    max: FASTEST,
    step: 0.01,
    initial: 4,
    log: true,
  }),
  own: number({
    label: "its own frequency, undamped",
    symbol: "omega",
    min: 0.5,
    max: 20,
    step: 0.1,
    initial: 4,
    log: true,
  }),
  damping: number({ label: "damping", min: 0.02, max: 1, step: 0.01, initial: 0.1 }),
  N: number({ label: "states", symbol: "N", min: 2, max: 16, step: 2, initial: 8 }),
  seed: seed({ label: "seed of C", initial: 1 }),
};

export type Setting = Values<typeof params>;
