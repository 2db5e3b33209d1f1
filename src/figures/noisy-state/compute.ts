import { keeping, keepingBut } from "../../kit/keeping.ts";
import { samples } from "../../kit/signal.ts";
import { simulate } from "../../models/ssm.ts";
import { predict, startFilter } from "../../models/kalman.ts";
import { fromRows, zeros } from "../../numerics/matrix.ts";
import { normals } from "../../numerics/random.ts";
import type { Setting } from "./params.ts";

/** One life of the system: what happened to it, its state and what is measured of it. */
export interface Path {
  readonly h: Float64Array;
  readonly y: Float64Array;
}

export interface Run {
  readonly u: Float64Array;
  /** All of them, of which the reader sees the first few; the first one is followed closely. */
  readonly paths: readonly Path[];
  /** Noises of the first path, jolt and slip included. */
  readonly v: Float64Array;
  readonly n: Float64Array;
  /** h where no noise is. */
  readonly mean: Float64Array;
  /** Variance of h, by the recursion, and of y. */
  readonly P: Float64Array;
  readonly Py: Float64Array;
}

export const MOST_PATHS = 60;
export const MOST_STEPS = 256;
/** The read-out: what is measured is the state itself. */
export const C = 1;

/** The steps of the extra jolt and the extra slip. */
export const joltAt = (L: number) => Math.floor(L / 4);
export const slipAt = (L: number) => Math.floor(L / 2);

/** u, the jolt and the slip are three inputs: the second goes into the state, the third past it. */
const modelOf = ({ a, b }: World) => ({
  A: fromRows([[a]]),
  B: fromRows([[b, 1, 0]]),
  C: fromRows([[C]]),
  D: fromRows([[0, 0, 1]]),
});

function inputsOf(v: World, u: Float64Array) {
  const all = zeros(u.length, 3);
  u.forEach((x, t) => (all.data[3 * t] = x));
  all.data[3 * joltAt(u.length) + 1] = v.jolt;
  all.data[3 * slipAt(u.length) + 2] = v.slip;
  return all;
}

type World = Omit<Setting, "paths" | "future">;

/**
 * Sixty runs of one system under noises from one seed; path k has the same noises whatever else is set. How many of them are
 * seen changes nothing in them.
 */
export const run: (v: Setting) => Run = keepingBut(["paths", "future"], simulated);

function simulated(v: World): Run {
  const u = samples(v.input, v.steps).slice(0, MOST_STEPS);
  const model = modelOf(v);
  const inputs = inputsOf(v, u);
  const readout = "immediate";
  const [Q, R] = [fromRows([[v.Q]]), fromRows([[v.R]])];
  const drawn = drawsOf(v.seed);
  const paths = drawn.map((draws): Path => {
    const noise = { Q, R, draws };
    const { states, outputs } = simulate(model, inputs, { readout, noise });
    return { h: states.data, y: outputs.data };
  });
  const { states } = simulate(model, inputs, { readout });
  const P = variances(v, u.length);
  const first = noises(v, drawn[0]!, u.length);
  return { u, paths, ...first, mean: states.data, P, Py: P.map((p) => C * C * p + v.R) };
}

/** What the simulator draws for each path, in its order v_t, n_t. No two seeds of the control share a path. */
const drawsOf = keeping((seed: number) =>
  Array.from({ length: MOST_PATHS }, (_, path) => normals(seed * 64 + path, 2 * MOST_STEPS)),
);

/** The noises of the first path. */
function noises(v: World, draws: Float64Array, L: number) {
  const out = { v: new Float64Array(L), n: new Float64Array(L) };
  for (let t = 0; t < L; t++) {
    out.v[t] = Math.sqrt(v.Q) * draws[2 * t]!;
    out.n[t] = Math.sqrt(v.R) * draws[2 * t + 1]!;
  }
  out.v[joltAt(L)]! += v.jolt;
  out.n[slipAt(L)]! += v.slip;
  return out;
}

/** P_t = A P_{t−1} Aᵀ + Q from P_{−1} = 0: the filter's own prediction, with nothing measured. */
function variances(v: World, L: number): Float64Array {
  const one = fromRows([[1]]);
  const model = {
    A: fromRows([[v.a]]),
    C: one,
    Q: fromRows([[v.Q]]),
    R: one,
    m0: new Float64Array(1),
    P0: zeros(1, 1),
  };
  const belief = startFilter(model);
  return Float64Array.from({ length: L }, () => {
    predict(belief, model);
    return belief.cov[0]!;
  });
}

/** Where P comes to rest: Q / (1 − a²), without bound from |a| = 1 on. */
export const restingVariance = ({ a, Q }: Setting): number =>
  Q === 0 ? 0 : Math.abs(a) < 1 ? Q / (1 - a * a) : Infinity;

/** How many of the shown paths lie within ±2√P of the noise-free state at a step. */
export function within(r: Run, shown: number, t: number): number {
  const reach = 2 * Math.sqrt(r.P[t]!) * (1 + 1e-9) + 1e-9 * (1 + Math.abs(r.mean[t]!));
  return r.paths.slice(0, shown).filter(({ h }) => Math.abs(h[t]! - r.mean[t]!) <= reach).length;
}
