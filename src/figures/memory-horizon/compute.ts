import type { Matrix } from "../../numerics/matrix.ts";
import { simulate } from "../../models/ssm.ts";
import { samples } from "../../kit/signal.ts";
import { fit } from "./fit.ts";
import type { Setting } from "./params.ts";

export interface Run {
  readonly u: Float64Array;
  readonly y: Float64Array;
  /** What the goal itself would answer; undefined where there is no goal. */
  readonly wanted: Float64Array | undefined;
  /** h_t of number i at t·N + i. */
  readonly states: Float64Array;
  /** Half-lives and eigenvalues of all eight, of which the first N are in use. */
  readonly halves: Float64Array;
  readonly lambda: Float64Array;
  /** Weights of the read-out, N of them. */
  readonly C: Float64Array;
  /** The kernel C Aᵏ B and its goal against lag, LAGS of them. */
  readonly K: Float64Array;
  readonly goal: Float64Array | undefined;
  /** Share of the whole |kernel| that lies within k steps. */
  readonly held: Float64Array;
  /** Relative error of the best read-out with 1 … 8 numbers. */
  readonly missed: Float64Array | undefined;
}

/** The most numbers, the lags that are summed over and the lags that are drawn. */
export const MOST_N = 8;
export const LAGS = 512;
export const SHOWN = 64;
/** How much of the input each number takes in: as in the first figure. */
export const TAKEN = 0.5;

const diagonal = (N: number, entry: (i: number) => number): Matrix => ({
  rows: N,
  cols: N,
  data: Float64Array.from({ length: N * N }, (_, k) =>
    k % (N + 1) === 0 ? entry(k / (N + 1)) : 0,
  ),
});

export const modelOf = ({ C, lambda }: Pick<Run, "C" | "lambda">) => ({
  A: diagonal(C.length, (i) => lambda[i]!),
  B: { rows: C.length, cols: 1, data: new Float64Array(C.length).fill(TAKEN) },
  C: { rows: 1, cols: C.length, data: C },
  D: { rows: 1, cols: 1, data: Float64Array.of(0) },
});

/** Aᵏ B of number i against lag k: what is left in it of an input k steps ago. */
export function modeOf(lambda: number): Float64Array {
  const mode = new Float64Array(LAGS);
  for (let k = 0, left = TAKEN; k < LAGS; k++, left *= lambda) mode[k] = left;
  return mode;
}

function goalOf(goal: Setting["goal"], d: number): Float64Array | undefined {
  if (goal === "alike") return undefined;
  const weight = (k: number) => (goal === "delay" ? Number(k === d) : k < d ? 1 / d : 0);
  return Float64Array.from({ length: LAGS }, (_, k) => weight(k));
}

/** N leaky memories read so as to come as near to the goal as they can, on an input. */
export function run(v: Setting): Run {
  const u = samples(v.input, v.steps);
  const halves = Float64Array.from({ length: MOST_N }, (_, i) => v.slow / v.spread ** i);
  const lambda = halves.map((half) => 2 ** (-1 / half));
  const goal = goalOf(v.goal, v.d);
  const modes = Array.from(lambda, (x) => modeOf(x));
  const best = goal && fit(modes, goal, v.N);
  const C = best ? best.C : new Float64Array(v.N).fill(1 / v.N);
  const K = new Float64Array(LAGS);
  C.forEach((c, i) => modes[i]!.forEach((x, k) => (K[k]! += c * x)));
  const { states, outputs } = simulate(
    modelOf({ C, lambda }),
    { rows: u.length, cols: 1, data: u },
    { readout: "immediate" },
  );
  const wanted = goal && u.map((_, t) => weigh(goal, u, t, v.d));
  const held = shares(K);
  const missed = best?.missed;
  return {
    u,
    y: outputs.data,
    wanted,
    states: states.data,
    halves,
    lambda,
    C,
    K,
    goal,
    held,
    missed,
  };
}

/** Σ weight_k · u_{t−k}: what a kernel answers at step t, where no weight is beyond lag `last`. */
export function weigh(weight: Float64Array, u: Float64Array, t: number, last = LAGS): number {
  let sum = 0;
  for (let k = 0; k <= Math.min(t, last); k++) sum += weight[k]! * u[t - k]!;
  return sum;
}

function shares(K: Float64Array): Float64Array {
  let sum = 0;
  const held = K.map((x) => (sum += Math.abs(x)));
  return sum === 0 ? held : held.map((x) => x / sum);
}

/** The lag within which nine tenths of the kernel lie. */
export const horizon = ({ held }: Run) => held.findIndex((x) => x >= 0.9);
