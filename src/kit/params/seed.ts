import type { Label, Param } from "../param.ts";

export interface SeedParam extends Param<number> {
  readonly kind: "seed";
}

const MAX = 9999;

/** The seed of a figure's random numbers: a whole number from 1 to 9999, so that it can be read out in class. */
export function seed(o: Label & { initial: number }): SeedParam {
  const wrap = (n: number) => ((((n - 1) % MAX) + MAX) % MAX) + 1;
  return {
    kind: "seed",
    ...o,
    parse: (s) => (/^\d{1,4}$/.test(s.trim()) && +s >= 1 ? +s : undefined),
    print: String,
    nudge: (n, by) => wrap(n + by),
    at: (u) => 1 + Math.round(u * (MAX - 1)),
  };
}
