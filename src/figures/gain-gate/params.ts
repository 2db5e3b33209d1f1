import type { Values } from "../../kit/param.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { toggle } from "../../kit/params/toggle.ts";

const LONGEST = 200;

export const params = {
  Q: number({
    label: "variance of the process noise",
    symbol: "Q",
    min: 0.01,
    max: 1,
    step: 0.01,
    initial: 0.04,
  }),
  R: number({
    label: "variance of a measurement one can trust",
    symbol: "R",
    min: 0.1,
    max: 4,
    step: 0.01,
    initial: 0.5,
  }),
  /** How many times larger R is in the stretch that is not to be trusted, and where that lies. */
  times: number({
    label: "so many times larger in the stretch",
    symbol: "R",
    min: 0.01,
    max: 1000,
    step: 0.001,
    initial: 50,
    log: true,
  }),
  from: number({
    label: "The stretch begins at step",
    min: 0,
    max: LONGEST,
    step: 1,
    initial: 40,
  }),
  to: number({ label: "and ends before step", min: 0, max: LONGEST, step: 1, initial: 80 }),
  fixed: toggle({ label: "Show a gain that never changes", initial: false }),
  seed: seed({ label: "Seed of the noise", initial: 5 }),
  steps: number({
    label: "Steps",
    symbol: "L",
    min: 16,
    max: LONGEST,
    step: 1,
    initial: 120,
    more: true,
  }),
  future: toggle({ label: "Show what comes next", initial: true, more: true }),
};

export type Setting = Values<typeof params>;
