import { keeping } from "../../kit/keeping.ts";
import {
  bestKernel,
  gatedDelay,
  gatedErrors,
  kernelErrors,
  placedAnywhere,
  placedAt,
} from "../../models/fixedKernel.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";
import { cellsOf, choices, placesOf, STEPS } from "./row.ts";
import type { Setting } from "./params.ts";

export interface Run {
  /** Tokens, and so answers. */
  readonly K: number;
  /** The row and after it the steps at which is asked: numbers at the tokens, 0 elsewhere. */
  readonly u: Float64Array;
  readonly places: readonly number[];
  readonly asked: Float64Array;
  /** The best kernel for the rows that it is made for, lag by lag. */
  readonly kernel: Float64Array;
  /** How far the gate is open, step by step. */
  readonly gate: Float64Array;
  /** Row t: the weight of each step in the output of step t. */
  readonly heard: Matrix;
  readonly y: Float64Array;
  /** The numbers in the gated register after each step. */
  readonly register: Matrix;
  /** Mean squared error at each answer over all rows, where a token is of mean 0 and variance 1. */
  readonly errors: { readonly first: Float64Array; readonly anywhere: Float64Array };
}

/** The places of tokens that always come first. */
export const firstPlaces = (K: number): number[] => Array.from({ length: K }, (_, k) => k);

const chancesFor = keeping((fits: Setting["fits"], K: number, places: string) => {
  if (fits === "anywhere") return placedAnywhere(K, STEPS);
  return placedAt(fits === "first" ? firstPlaces(K) : places.split(" ").map(Number), STEPS);
});

/** How far the gate is open: whole at tokens and questions, and as the reader has it at blanks. */
const gateOf = (places: readonly number[], K: number, blank: number): Float64Array =>
  Float64Array.from({ length: STEPS + K }, (_, t) =>
    t >= STEPS || places.includes(t) ? 1 : blank,
  );

/** What each output of the gated register hears of each step: its answers to a lone 1. */
function heardByGate(gate: Float64Array, K: number, steps: readonly number[]): Matrix {
  const heard = zeros(gate.length, gate.length);
  for (const s of steps) {
    const push = new Float64Array(gate.length);
    push[s] = 1;
    gatedDelay(push, gate, K).y.forEach((w, t) => (heard.data[t * gate.length + s] = w));
  }
  return heard;
}

function heardByKernel(kernel: Float64Array): Matrix {
  const n = kernel.length;
  const heard = zeros(n, n);
  for (let t = 0; t < n; t++) for (let s = 0; s <= t; s++) heard.data[t * n + s] = kernel[t - s]!;
  return heard;
}

const gateErrorsAnywhere = keeping((K: number, blank: number): Float64Array => {
  const mean = new Float64Array(K);
  const all = choices(K);
  for (const places of all)
    gatedErrors(places, STEPS, blank).forEach((e, i) => (mean[i]! += e / all.length));
  return mean;
});

/** A row of tokens, copied by the best fixed kernel or by a register that a gate moves on. */
export function run(v: Setting): Run {
  const cells = cellsOf(v.row);
  const places = placesOf(cells);
  const K = places.length;
  const u = Float64Array.from({ length: STEPS + K }, (_, t) => cells[t] ?? 0);
  const { kernel } = bestKernel(chancesFor(v.fits, K, places.join(" ")));
  const gate = gateOf(places, K, v.blank);
  const gated = v.memory === "gate";
  const heard = gated ? heardByGate(gate, K, Array.from(u.keys())) : heardByKernel(kernel);
  const n = u.length;
  return {
    K,
    u,
    places,
    asked: Float64Array.from(places, (p) => cells[p]!),
    kernel,
    gate,
    heard,
    y: u.map((_, t) => u.reduce((sum, x, s) => sum + heard.data[t * n + s]! * x, 0)),
    register: gatedDelay(u, gate, K).states,
    errors: gated
      ? {
          first: gatedErrors(firstPlaces(K), STEPS, v.blank),
          anywhere: gateErrorsAnywhere(K, v.blank),
        }
      : {
          first: kernelErrors(kernel, placedAt(firstPlaces(K), STEPS)),
          anywhere: kernelErrors(kernel, placedAnywhere(K, STEPS)),
        },
  };
}

const mean = (v: Float64Array) => v.reduce((sum, x) => sum + x, 0) / v.length;

/** Relative rms error over all rows, in %: 0 copies all, 100 is as good as always saying 0. */
export const missed = (errors: Float64Array): number => 100 * Math.sqrt(mean(errors));

/** The same on the row that is shown. */
export const missedHere = ({ y, asked }: Run): number =>
  100 *
  Math.sqrt(mean(asked.map((x, i) => (y[STEPS + i]! - x) ** 2)) / mean(asked.map((x) => x ** 2)));
