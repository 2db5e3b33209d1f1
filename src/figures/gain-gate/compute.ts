import { gatedWalk, steadyFilter, type GateRun } from "../../models/kalman.ts";
import { simulate } from "../../models/ssm.ts";
import { fromRows, zeros } from "../../numerics/matrix.ts";
import { generator } from "../../numerics/random.ts";
import type { Setting } from "./params.ts";

export interface Run {
  readonly truth: Float64Array;
  readonly y: Float64Array;
  /** Variance of each measurement's noise. */
  readonly R: Float64Array;
  readonly gate: GateRun;
  /** The gain that a filter settles at where every measurement is trusted, and what it alone would estimate. */
  readonly fixedGain: number;
  readonly fixedMean: Float64Array;
  /** The stretch as far as it lies within the run. */
  readonly stretch: readonly [from: number, to: number];
}

/** What is known before the first measurement: 0, give or take 1. */
export const START = { m0: 0, P0: 1 };

/** A random walk and its measurements, of which one stretch is far noisier; a filter that knows, and one that does not. */
export function run(v: Setting): Run {
  const L = v.steps;
  const [from, to] = [Math.min(v.from, v.to, L), Math.min(Math.max(v.from, v.to), L)];
  const R = Float64Array.from({ length: L }, (_, t) => (t >= from && t < to ? v.R * v.times : v.R));
  const { truth, unit } = walk(v);
  const y = truth.map((h, t) => h + Math.sqrt(R[t]!) * unit[t]!);
  const one = fromRows([[1]]);
  const steady = steadyFilter({ A: one, C: one, Q: fromRows([[v.Q]]), R: fromRows([[v.R]]) });
  const fixedGain = steady.gain.data[0]!;
  return {
    truth,
    y,
    R,
    gate: gatedWalk(y, R, { q: v.Q, ...START }),
    fixedGain,
    fixedMean: follow(steady.closedLoop.data[0]!, fixedGain, y),
    stretch: [from, to],
  };
}

/** The walk, and noise of variance 1 that each measurement takes its own multiple of. */
function walk({ Q, seed, steps }: Setting) {
  const one = fromRows([[1]]);
  const { states, outputs } = simulate(
    { A: one, B: one, C: one, D: zeros(1, 1) },
    zeros(steps, 1),
    {
      h0: Float64Array.of(Math.sqrt(START.P0) * generator(seed + 10_000).normal()),
      noise: { Q: fromRows([[Q]]), R: one, seed },
    },
  );
  return { truth: states.data, unit: outputs.data.map((y, t) => y - states.data[t]!) };
}

/** The filter at rest is a linear time-invariant system: ĥ ← closedLoop ĥ + gain y, by the simulator. */
function follow(closedLoop: number, gain: number, y: Float64Array): Float64Array {
  const one = fromRows([[1]]);
  const model = { A: fromRows([[closedLoop]]), B: fromRows([[gain]]), C: one, D: zeros(1, 1) };
  const { states } = simulate(
    model,
    { rows: y.length, cols: 1, data: y },
    { readout: "immediate" },
  );
  return states.data;
}

/** Root mean square distance from the truth over the stretch; NaN where there is none. */
export function errorIn({ truth, stretch: [from, to] }: Run, estimate: Float64Array): number {
  let sum = 0;
  for (let t = from; t < to; t++) sum += (estimate[t]! - truth[t]!) ** 2;
  return Math.sqrt(sum / (to - from));
}

export const trusted = ({ stretch: [from, to] }: Run, t: number): boolean => t < from || t >= to;
