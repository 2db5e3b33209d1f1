import { filter, inParallel, inSeries, nearestKernel } from "../../models/fir.ts";
import { sigmoid } from "../../models/s6Gate.ts";
import { samples } from "../../kit/signal.ts";
import conv from "./conv.json" with { type: "json" };
import { kernelFrom } from "./row.ts";
import { second, secondKernel } from "./second.ts";
import type { Setting } from "./params.ts";

/** Two filters at work: what the kernel of each step is made of. */
export interface Kernels {
  readonly W1: Float64Array;
  /** Of a selective filter, the kernel that it would have if its Δ were at rest. */
  readonly W2: Float64Array;
  /** The share of the first filter's output that passes. */
  readonly passed: Float64Array;
  readonly gates?: Float64Array;
}

export interface Run extends Kernels {
  readonly u: Float64Array;
  /** What the first filter puts out, what the second reads, and what it puts out. */
  readonly raw: Float64Array;
  readonly x: Float64Array;
  readonly z: Float64Array;
  /** The outputs by two programs and by the one merged kernel. */
  readonly y: Float64Array;
  readonly merged: Float64Array;
  readonly one: Float64Array;
  /** Their largest difference and its step, and the rms difference as a share of y's, in %. */
  readonly gap: number;
  readonly worst: number;
  readonly wrong: number;
  /** The nearest kernel of as many taps, sixteen at most, and its rms difference in %. */
  readonly best: Float64Array;
  readonly bestWrong: number;
  /** The smallest and the largest weight of any step's kernel, at the lags that are shown. */
  readonly span: readonly [number, number];
}

/** Inputs of a made signal, and the most taps of the nearest kernel: so few that it cannot learn the row by heart. */
export const STEPS = 64;
export const BEST_TAPS = 16;
/** The most lags of a kernel that are shown. */
export const SHOWN = 32;

const firsts = {
  smooth: Float64Array.from(conv.smooth.taps),
  change: Float64Array.from(conv.change.taps),
};
const firstKernel = (v: Setting) => (v.first === "drawn" ? kernelFrom(v.w1) : firsts[v.first]);

/** ReLU and SiLU as the share of a number that they let pass. */
const passing = {
  none: () => 1,
  relu: (x: number) => Number(x >= 0),
  silu: sigmoid,
};

const size = (v: Float64Array) => Math.hypot(...v);
const minus = (a: Float64Array, b: Float64Array) => a.map((x, t) => x - b[t]!);
/** The size of a difference as a share of y's, in %: 0 where both are nothing. */
const share = (difference: Float64Array, y: Float64Array) => {
  const off = size(difference);
  return off === 0 ? 0 : (100 * off) / size(y);
};

/** Two filters by two programs, and by one kernel merged from theirs. */
export function run(v: Setting): Run {
  const u = samples(v.input, STEPS);
  const [W1, W2] = [firstKernel(v), secondKernel(v, u.length)];
  const raw = filter(W1, u);
  const series = v.way === "series";
  const passed = raw.map(passing[series ? v.between : "none"]);
  const x = raw.map((now, t) => passed[t]! * now);
  const { y: z, gates } = second(v, W2, series ? x : u);
  const y = series ? z : z.map((now, t) => now + raw[t]!);
  const merged = series ? inSeries(W1, W2) : inParallel(W1, W2);
  const one = filter(merged, u);
  const off = minus(one, y);
  const worst = off.reduce((at, d, t) => (Math.abs(d) > Math.abs(off[at]!) ? t : at), 0);
  const best = nearestKernel(u, y, Math.min(BEST_TAPS, merged.length, u.length));
  const kernels = { W1, W2, passed, ...(gates && { gates }) };
  return {
    ...kernels,
    u,
    raw,
    x,
    z,
    y,
    merged,
    one,
    worst,
    best,
    gap: Math.abs(off[worst]!),
    wrong: share(off, y),
    bestWrong: share(minus(filter(best, u), y), y),
    span: spanOf(kernels, v, u.length),
  };
}

function spanOf(kernels: Kernels, v: Setting, L: number): [number, number] {
  let [low, high] = [0, 0];
  for (let t = 0; t < L; t++)
    for (const w of inForce(kernels, v, t, SHOWN)) {
      low = Math.min(low, w);
      high = Math.max(high, w);
    }
  return [low, high];
}

// #region in-force
/** The kernel that step t really uses, up to a lag: the weight of each u_{t−i} in y_t, with gates and ReLU as they stand. */
export function inForce(r: Kernels, { way }: Pick<Setting, "way">, t: number, lags = t + 1) {
  const K = new Float64Array(Math.min(t + 1, lags));
  let left = 1;
  for (let j = 0; j < K.length; j++) {
    const gate = r.gates?.[t - j];
    const weight = gate === undefined ? (r.W2[j] ?? 0) : gate * left;
    left *= 1 - (gate ?? 0);
    if (way === "parallel") K[j]! += weight + (r.W1[j] ?? 0);
    else {
      const heard = weight * r.passed[t - j]!;
      for (let i = 0; i < r.W1.length && i + j < K.length; i++) K[i + j]! += heard * r.W1[i]!;
    }
  }
  return K;
}
// #endregion

/** Whether the two routes part by more than rounding. */
export const parts = (r: Run): boolean => r.gap > 1e-9 * Math.max(1, ...r.y.map(Math.abs));
