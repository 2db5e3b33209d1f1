import type { Slices } from "../../kit/task.ts";
import { denseKernel, legsKernel, s4 } from "../../models/s4.ts";
import { legs as legsDiagonal, vandermonde } from "../../models/s4d.ts";
import { discretize } from "../../numerics/discretize.ts";
import { dplr } from "../../numerics/dplr.ts";
import { legs } from "../../numerics/hippo.ts";
import { rowOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { lengths, methods, operations, type Method, type Time } from "./race.ts";

/** A batch lasts at least so long (ms), so that the clock's own steps do not count. */
const BATCH = 6;
const BATCHES = 3;
/** Past so long (ms) one run is enough. */
const LONG = 60;

// #region race
/**
 * Measures the three ways to the kernel on this machine, from short to long: the best mean of three batches of runs. Not the
 * same twice, as time is. The fixed parts (LegS in its diagonal form, and for the dense way Ā and B̄) are made beforehand.
 */
export function* run({ N, dt, seed }: Setting): Slices<Run> {
  const ways = waysOf(N, dt, seed);
  const times: Time[] = [];
  const all = lengths.flatMap((L) => methods.map((method) => ({ L, method })));
  const size = { N, dt, fastest: dplr(N).Lambda.im[0]! };
  /** How much of the bar a measurement is. */
  const weight = (method: Method, L: number) => 2e6 + operations(method, size, L);
  const total = all.reduce((sum, { L, method }) => sum + weight(method, L), 0);
  let done = 0;
  for (const method of methods) ways[method](lengths[0]!); // compiled before the clock starts
  for (const { L, method } of all) {
    times.push({ L, method, ms: measure(() => ways[method](L)) });
    done += weight(method, L);
    yield { done: Math.min(1, done / total), product: { times: [...times] } };
  }
  return { times };
}
// #endregion

function measure(once: () => unknown): number {
  let began = performance.now();
  once();
  const first = performance.now() - began;
  if (first > LONG) return first;
  const runs = Math.max(1, Math.ceil(BATCH / Math.max(first, 0.002)));
  let best = Infinity;
  for (let batch = 0; batch < BATCHES; batch++) {
    began = performance.now();
    for (let i = 0; i < runs; i++) once();
    best = Math.min(best, (performance.now() - began) / runs);
  }
  return best;
}

/** Dense powers of Ā, the Cauchy sums of S4, the Vandermonde sum of S4D-LegS, all under the bilinear rule. */
export function waysOf(
  N: number,
  dt: number,
  seed: number,
): Readonly<Record<Method, (L: number) => Float64Array>> {
  const C = rowOf(N, seed);
  const { A, B } = legs(N);
  const bar = discretize(A, { rows: N, cols: 1, data: B }, dt, "bilinear");
  const Ctilde = s4(C).C;
  const diagonal = legsDiagonal(N);
  return {
    dense: (L) => denseKernel(bar.A, bar.B.data, C, L),
    cauchy: (L) => legsKernel(C, L, dt),
    diagonal: (L) => vandermonde(diagonal, Ctilde, L, dt, "bilinear"),
  };
}
