import { bundled } from "../../kit/bundled.ts";
import type { Given } from "../../kit/signal.ts";
import { normals } from "../../numerics/random.ts";

/** A random walk of steps with variance 1, from 100 on: the best forecast of it is its last value, whatever is learnt. */
function walk(): Given {
  let now = 100;
  const steps = normals(1, 240);
  return { kind: "given", id: "walk", data: steps.map((e) => +(now += e).toFixed(2)) };
}

/** Everything that is judged: seven series, one of them made here. */
export const series = { ...bundled, walk: walk() } as const;

export type SeriesId = keyof typeof series;
export const seriesIds = Object.keys(series) as SeriesId[];
