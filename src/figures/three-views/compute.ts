import { kernelOf, layer, stepResponse, walk, type Layer } from "../../models/s4Layer.ts";
import { causalConvolve } from "../../numerics/fft.ts";
import { samples } from "../../kit/signal.ts";
import type { Setting } from "./params.ts";

export interface Run {
  readonly layer: Layer;
  readonly u: Float64Array;
  /** The step size of each step: all alike unless it varies with the input. */
  readonly dts: Float64Array;
  /** h_t of the recurrence at t·N. */
  readonly states: Float64Array;
  /** The same output by the recurrence and by the convolution. */
  readonly recurrent: Float64Array;
  readonly convolved: Float64Array;
  readonly K: Float64Array;
  /** The continuous system's output, `fine` moments a step; sample k lies at (k + 1)·fine − 1. */
  readonly continuous: Float64Array;
  readonly fine: number;
  /** |recurrent − convolved| at each sample. */
  readonly apart: Float64Array;
}

/** One layer, one input, three ways to its output. */
export function run(v: Setting): Run {
  const u = samples(v.input, v.steps);
  const one = layer(v.init, v.N, v.seed);
  const dts = paces(u, v);
  const { states, y } = walk(one, u, v.varying ? dts : v.dt, v.rule);
  const K = kernelOf(one, u.length, v.dt, v.rule);
  const convolved = causalConvolve(u, K);
  const fine = Math.max(1, Math.min(8, Math.round(640 / u.length)));
  return {
    layer: one,
    u,
    dts,
    states: states.data,
    recurrent: y,
    convolved,
    K,
    continuous: held(one, u, v.dt, fine),
    fine,
    apart: y.map((x, t) => Math.abs(x - convolved[t]!)),
  };
}

/** Δ alike for all steps, or from half of it to its double as the input goes from its lowest to its highest. */
function paces(u: Float64Array, { dt, varying }: Setting): Float64Array {
  const most = u.reduce((m, x) => Math.max(m, Math.abs(x)), 0);
  return u.map((x) => (varying && most > 0 ? dt * 2 ** (x / most) : dt));
}

/**
 * y(τ) of x′ = A x + B u exactly, for u held over each step: every hold adds S(since its beginning) − S(since its end), so at
 * each of the `fine` phases of a step the output is a convolution with differences of the step response S.
 */
function held(one: Layer, u: Float64Array, dt: number, fine: number): Float64Array {
  const L = u.length;
  const S = stepResponse(one, L * fine, dt / fine);
  const out = new Float64Array(L * fine);
  for (let phase = 0; phase < fine; phase++) {
    const weights = u.map(
      (_, i) => S[i * fine + phase]! - (i === 0 ? 0 : S[(i - 1) * fine + phase]!),
    );
    causalConvolve(u, weights).forEach((y, k) => (out[k * fine + phase] = y));
  }
  return out;
}

export const size = (v: Float64Array) => v.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** Largest difference between the two discrete views. */
export const largestGap = (r: Run) => size(r.apart);

/** Largest difference between the recurrence and the continuous output at the samples. */
export const fromContinuous = (r: Run) =>
  r.recurrent.reduce(
    (most, y, k) => Math.max(most, Math.abs(y - r.continuous[(k + 1) * r.fine - 1]!)),
    0,
  );

/** The products K_i u_{t−i}, at their inputs' steps s = t − i. */
export const products = ({ K, u }: Run, t: number) =>
  Float64Array.from({ length: t + 1 }, (_, s) => K[t - s]! * u[s]!);

/** c_n h_n of the state after step t. */
export const shares = ({ layer: { C, N }, states }: Run, t: number) =>
  C.map((c, n) => c * states[t * N + n]!);

export const stateAt = ({ layer: { N }, states }: Run, t: number) =>
  t < 0 ? new Float64Array(N) : states.subarray(t * N, (t + 1) * N);
