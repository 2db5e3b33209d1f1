import { column, filter, type KalmanModel } from "../../models/kalman.ts";
import { lookBack } from "../../models/kalman/lookBack.ts";
import type { Discrete } from "../../numerics/discretize.ts";
import { matvec, scale } from "../../numerics/linalg.ts";
import { fromRows, identity, zeros, type Matrix } from "../../numerics/matrix.ts";
import { normals } from "../../numerics/random.ts";
import type { System } from "./families.ts";
import type { Setting } from "./params.ts";
import { walk } from "./selective.ts";

/** An estimate of the output without its measurement noise, and how sure it is. */
export interface Estimate {
  readonly y: Float64Array;
  readonly states: Float64Array;
  /** One standard deviation. */
  readonly sd: Float64Array;
  /** That of the filter, which has seen nothing yet of what comes after. */
  readonly filterSd: Float64Array;
  /** Mean of the filter's squared innovations, each over the variance it expected: 1 for a filter that believes what is true. */
  readonly nis: number;
}

/** One life of the system under noise. */
export interface Noisy {
  readonly states: Float64Array;
  /** What is true of the output, and what is measured. */
  readonly truth: Float64Array;
  readonly measured: Float64Array;
  /** None where nobody asks, or there is none. */
  readonly estimate?: Estimate;
  readonly refused?: true;
}

type Wanted = Pick<Setting, "Q" | "R" | "trustQ" | "trustR" | "noise" | "estimate" | "readout">;

/** The run without noise, and the step at each moment of it: one, or with selection one each. */
export interface Plain {
  readonly states: Float64Array;
  readonly y: Float64Array;
  readonly finite: number;
  readonly steps: readonly Discrete[];
}

/**
 * The run with noise: what noise adds to the run without, since each step is linear in state and noise, also where the input
 * chooses its Ā; then what a filter makes of it, which knows these Ā as it knows the input.
 */
export function withNoise({ C }: Pick<System, "C">, plain: Plain, v: Wanted): Noisy {
  const n = C.cols;
  if (plain.finite === 0) return { states: new Float64Array(), truth: plain.y, measured: plain.y };
  const { dev, added, missed, end } = disturbed(C, plain, v);
  const sum = (x: Float64Array) => Float64Array.from(x, (e, t) => plain.y[t]! + e);
  const states = dev.map((x, k) => plain.states[k]! + x);
  const base = { states, truth: sum(added), measured: sum(missed) };
  if (v.estimate === "none" || end === 0) return base;
  const { model, along } = beliefs(C, plain.steps, v);
  try {
    const filtered = filter(model, column(missed), along.moves);
    const found =
      v.estimate === "smoother"
        ? lookBack(model, filtered, along)
        : { mean: filtered.filteredMean, cov: filtered.filteredCov };
    const read = (t: number) => matvec(C, found.mean.data.slice(t * n, (t + 1) * n))[0]!;
    const sd = (cov: readonly Matrix[]) => Float64Array.from(cov, (P) => spreadOf(C, P));
    return {
      ...base,
      estimate: {
        y: sum(added.map((_, t) => read(t))),
        states: found.mean.data.map((x, k) => plain.states[k]! + x),
        sd: sd(found.cov),
        filterSd: sd(filtered.filteredCov),
        nis: meanNis(filtered),
      },
    };
  } catch (e) {
    if (e instanceof RangeError) return { ...base, refused: true };
    throw e;
  }
}

/** What noise adds to states and output, and to the output as it is measured: drawn in the order of `simulate`. */
function disturbed(C: Matrix, { steps, finite }: Plain, { Q, R, noise, readout }: Wanted) {
  const n = C.cols;
  const drawn = normals(noise, finite * (n + 1));
  const jolts = new Float64Array(finite * n);
  for (let t = 0; t < finite; t++)
    for (let i = 0; i < n; i++) jolts[t * n + i] = Math.sqrt(Q) * drawn[t * (n + 1) + i]!;
  const still = { C, D: zeros(1, 1) };
  const run = walk(still, steps, new Float64Array(finite), readout === "immediate", jolts);
  const end = run.finite;
  const added = run.y.slice(0, end);
  const missed = added.map((x, t) => x + Math.sqrt(R) * drawn[t * (n + 1) + n]!);
  return { dev: run.states.slice(0, end * n), added, missed, end };
}

/** What the filter believes. Where steps differ, `moves` of `along` lead from each state that is read to the next. */
function beliefs(C: Matrix, steps: readonly Discrete[], v: Wanted) {
  const n = C.cols;
  const delayed = v.readout === "delayed";
  const A = steps[0]!.A;
  const jolts = scale(identity(n), v.Q * v.trustQ);
  const model: KalmanModel = {
    A,
    C,
    Q: jolts,
    R: fromRows([[v.R * v.trustR]]),
    m0: new Float64Array(n),
    // It starts at rest, before the first jolt or after it.
    P0: delayed ? zeros(n, n) : jolts,
  };
  const moves = steps.slice(delayed ? 0 : 1).map((step) => step.A);
  const along: { moves?: readonly Matrix[] } = moves.every((one) => one === A) ? {} : { moves };
  return { model, along };
}

function meanNis({ innovations, innovationCov }: ReturnType<typeof filter>): number {
  const { data } = innovations;
  return data.reduce((sum, e, t) => sum + e ** 2 / innovationCov[t]!.data[0]!, 0) / data.length;
}

/** Where the mean NIS of so many steps falls 19 times in 20 if the filter believes what is true: χ² by Wilson and Hilferty's cube (1931). */
export function honest(steps: number): readonly [low: number, high: number] {
  const v = 2 / (9 * steps);
  return [(1 - v - 1.96 * Math.sqrt(v)) ** 3, (1 - v + 1.96 * Math.sqrt(v)) ** 3];
}

/** √(C P Cᵀ). */
function spreadOf(C: Matrix, P: Matrix): number {
  const through = matvec(P, C.data);
  return Math.sqrt(
    Math.max(
      0,
      C.data.reduce((sum, c, i) => sum + c * through[i]!, 0),
    ),
  );
}

/** The root of the mean square of a difference. */
export const rms = (a: Float64Array, b: Float64Array): number =>
  a.length === 0 ? NaN : Math.sqrt(a.reduce((sum, x, t) => sum + (x - b[t]!) ** 2, 0) / a.length);
