import type { Values } from "../../kit/param.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { toggle } from "../../kit/params/toggle.ts";

/** The longest kernel, and so one more than the last root that can be looked at. */
export const LONGEST = 32;

export const params = {
  N: number({ label: "states", symbol: "N", min: 1, max: 8, step: 1, initial: 4 }),
  L: number({ label: "lags", symbol: "L", min: 2, max: LONGEST, step: 2, initial: 8 }),
  dt: number({
    label: "step size",
    symbol: "Delta",
    min: 0.05,
    max: 2,
    step: 0.01,
    initial: 0.5,
    log: true,
  }),
  j: number({
    label: "root looked at",
    symbol: "j",
    min: 0,
    max: LONGEST - 1,
    step: 1,
    initial: 2,
  }),
  cut: toggle({ label: "cut the series off after L terms", initial: true }),
  seed: seed({ label: "Seed of C", symbol: "C", initial: 6, more: true }),
};

export type Setting = Values<typeof params>;
