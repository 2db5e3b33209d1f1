import type { Run } from "./compute.ts";
import type { Window } from "./layout.ts";

/** Lowest and highest of all that is drawn, with ±2√P; never less than 1 apart. */
export function reachOf(r: Run): Window {
  let [low, high] = [-0.5, 0.5];
  const take = (x: number) => {
    if (x < low) low = x;
    if (x > high) high = x;
  };
  for (let t = 0; t < r.y.length; t++) {
    take(r.truth[t]!);
    take(r.y[t]!);
    const prior = 2 * Math.sqrt(r.Pprior[t]!);
    take(r.hprior[t]! - prior);
    take(r.hprior[t]! + prior);
  }
  const margin = 0.04 * (high - low);
  return { low: low - margin, high: high + margin };
}

/** Innovations of this many deviations wide: then the bells are still bells. */
const WIDTH = 12;

/** What of it the bells show while the belief is at `mean`: it moves as smoothly as the belief. */
export function windowOf(r: Run, reach: Window, mean: number): Window {
  // The first step, with whatever was unknown at the start, does not count.
  const typical = Math.sqrt(
    r.S.subarray(Math.min(1, r.S.length - 1)).reduce((m, s) => Math.max(m, s), 0),
  );
  const whole = reach.high - reach.low;
  const width = typical > 0 ? Math.min(whole, WIDTH * typical) : whole;
  const low = Math.max(reach.low, Math.min(reach.high - width, mean - width / 2));
  return { low, high: low + width };
}

/** Places of ticks: multiples of 1, 2 or 5 times a power of ten, about `count` of them. */
export function ticksOf({ low, high }: Window, count: number): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((k) => k * power >= rough) ?? 10) * power;
  const out: number[] = [];
  for (let k = Math.ceil(low / step); k * step <= high; k++) out.push(+(k * step).toPrecision(12));
  return out;
}
