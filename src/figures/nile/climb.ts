import { minimise } from "../../numerics/minimise.ts";
import { Refusal, type Slices } from "../../kit/task.ts";
import { likelihoodAt, run, type Pair, type Run } from "./compute.ts";
import { highest, NOISE, WALK } from "./hill.ts";
import type { Setting } from "./params.ts";

/** Kept on the sliders' grid of tenths, and on the map. */
const onGrid = (x: number, { min, max }: { min: number; max: number }) =>
  Math.min(max, Math.max(min, Math.round(x * 10) / 10));

/** A search that ends this far below the maximum got stuck where the map is flat. */
const STUCK = 0.01;

/**
 * BFGS over the logarithms of the two variances, from the reader's pair: every point that it moves to. Far out, where the
 * likelihood is flat and a slope says nothing, it begins again at the highest point of the map.
 */
export function* climb(v: Setting): Slices<Run> {
  const { y, unit, status, hill } = run(v);
  if (status !== "fine") throw new Refusal(status);
  yield { done: 0 };
  const path: Pair[] = [];
  // The logarithms have no end, the search does: a variance of 0 is left at the edge of the map.
  const pairOf = (x: Float64Array): Pair => ({
    noise: onGrid(Math.exp(x[0]!), NOISE),
    walk: onGrid(Math.exp(x[1]!), WALK),
  });
  const search = (from: Pair) =>
    minimise(
      (x) => -likelihoodAt(y, unit, { noise: Math.exp(x[0]!), walk: Math.exp(x[1]!) }),
      Float64Array.of(Math.log(from.noise), Math.log(from.walk)),
      { tolerance: 1e-10, maxIterations: 60, watch: (x) => path.push(pairOf(x)) },
    );
  const end = search(v);
  if (-end.value < hill!.fit.logLikelihood - STUCK) search(highest(hill!));
  return { path };
}
