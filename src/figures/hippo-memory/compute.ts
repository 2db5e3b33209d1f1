import { remember, type Measure, type Memory, type Rule } from "../../models/hippo.ts";
import { samples } from "../../kit/signal.ts";
import type { Setting } from "./params.ts";

export interface Run {
  readonly u: Float64Array;
  /** The coefficients after each sample, and how far they can be trusted. */
  readonly memory: Memory;
  /** The measure and rule in the words of the models. */
  readonly measure: Measure;
  readonly rule: Rule;
  readonly theta: number;
  readonly seed: number;
}

/** N numbers that take in the input one sample at a time. */
export function run(v: Setting): Run {
  const u = samples(v.input, v.steps);
  const measure = v.measure === "legs" && v.law === "lti" ? "legs-lti" : v.measure;
  // A held input is exact for every law; only the scaled one has a clock that starts at 0.
  const rule = v.rule === "exact" && measure !== "legs" ? "zoh" : v.rule;
  const memory = remember(u, v.N, { measure, rule, dt: 1 / v.theta, seed: v.seed });
  return { u, memory, measure, rule, theta: v.theta, seed: v.seed };
}

export const isScaled = (r: Run) => r.measure === "legs";

/** The N numbers after sample t. */
export function numbersAt({ memory: { data, cols } }: Run, t: number): Float64Array {
  const row = Math.min(data.length / cols - 1, Math.floor(t));
  return data.subarray(row * cols, (row + 1) * cols);
}

/** The first sample of the stretch that the memory claims to hold after sample t. */
export function reachOf({ measure, theta }: Run, t: number): number {
  if (measure !== "legt" && measure !== "fout") return 0;
  // The middle of sample j is t − j + ½ steps ago; at the least the newest one is held.
  return Math.max(0, Math.min(Math.floor(t), Math.ceil(t + 0.5 - theta)));
}

/** Root mean square. */
export function rms(v: Float64Array): number {
  let sum = 0;
  for (const x of v) sum += x * x;
  return Math.sqrt(sum / v.length);
}

export const largest = (v: Float64Array): number => {
  let most = 0;
  for (const x of v) most = Math.max(most, Math.abs(x));
  return most;
};
