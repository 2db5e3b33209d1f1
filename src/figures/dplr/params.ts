import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { MOST_N } from "./compute.ts";
import { POWERS } from "./race.ts";

export const params = {
  show: choice({
    label: "Show",
    options: {
      parts: "the two parts of A",
      eigen: "its eigenvectors",
      cost: "the cost of a kernel",
    },
    initial: "parts",
  }),
  kappa: number({
    label: "share of the low-rank part",
    symbol: "kappa",
    min: 0,
    max: 1,
    step: 0.01,
    initial: 1,
  }),
  N: number({
    label: "how many numbers",
    symbol: "N",
    min: 2,
    max: MOST_N,
    step: 1,
    initial: 16,
    log: true,
  }),
  dt: number({
    label: "step size",
    symbol: "Delta",
    min: 0.001,
    max: 0.1,
    step: 0.0005,
    initial: 0.01,
    log: true,
    more: true,
  }),
  /** The length of the race looked at, as a power of two. */
  power: number({
    label: "length looked at, as a power of 2",
    symbol: "L",
    min: POWERS[0],
    max: POWERS[1],
    step: 1,
    initial: POWERS[1],
    more: true,
  }),
  seed: seed({ label: "Seed of C", symbol: "C", initial: 3, more: true }),
};

export type Setting = Values<typeof params>;
