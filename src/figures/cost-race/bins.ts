import { median } from "../../tasks/clock.ts";
import type { Stretch } from "./side.ts";

/** Bins to a decade of positions. */
export const BINS = 10;

/** The median time of the stretches in each bin, at the middle of their positions; positions grow. */
export function binned(stretches: readonly Stretch[]): Stretch[] {
  const bins = new Map<number, Stretch[]>();
  for (const one of stretches) {
    const bin = Math.floor(BINS * Math.log10(one[0]) + 1e-9);
    const had = bins.get(bin);
    if (had) had.push(one);
    else bins.set(bin, [one]);
  }
  return [...bins.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, own]) => [median(own.map(([at]) => at)), median(own.map(([, s]) => s))]);
}
