import { rows, type Rows } from "../../numerics/dense.ts";
import type { Shape } from "./shape.ts";

/**
 * What a block writes on its way over a number of steps. `x` and `z` share an array that has taps − 1 rows of the past in
 * front. Where states are kept, `h` has a row (E × N) before the first step and one after each, and `Abar` one for each; else
 * both hold one row that every step writes over.
 */
export interface BlockCache {
  readonly kept: boolean;
  /** d: the residual stream as it came in, and what the norm made of it; `factor` is one number a step. */
  readonly input: Rows;
  readonly factor: Float64Array;
  readonly normed: Rows;
  /** E each: the two halves that in_proj gives; x begins at the first step, xPast taps − 1 steps before it. */
  readonly x: Rows;
  readonly xPast: Rows;
  readonly z: Rows;
  /** E: after the convolution, its σ, and their product u. */
  readonly conv: Rows;
  readonly convGate: Float64Array;
  readonly u: Rows;
  /** R + 2N: δ, B and C, of which `low` is the δ; E: W δ + b, its σ, and its softplus Δ. Empty for S4D. */
  readonly dBC: Rows;
  readonly low: Rows;
  readonly raw: Rows;
  readonly rawGate: Float64Array;
  readonly delta: Float64Array;
  readonly Abar: Float64Array;
  readonly h: Float64Array;
  /** E: what the state space model gives, σ(z), SiLU(z), and y · SiLU(z); d: after out_proj. */
  readonly y: Float64Array;
  readonly zGate: Float64Array;
  readonly gate: Float64Array;
  readonly gated: Rows;
  readonly out: Rows;
}

/** Room for `L` steps of one block, in the state of rest. */
export function blockCache(shape: Shape, L: number, kept: boolean): BlockCache {
  const { d, E, N, R, taps, core } = shape;
  const s6 = core === "s6" ? L : 0;
  const array = (size: number) => new Float64Array(size);
  const xz = array((L + taps - 1) * 2 * E);
  const half = (at: number): Rows => ({ data: xz, width: E, stride: 2 * E, at });
  const first = (taps - 1) * 2 * E;
  const dBC = rows(s6, R + 2 * N);
  return {
    kept,
    input: rows(L, d),
    factor: array(L),
    normed: rows(L, d),
    x: half(first),
    xPast: half(0),
    z: half(first + E),
    conv: rows(L, E),
    convGate: array(L * E),
    u: rows(L, E),
    dBC,
    low: { ...dBC, width: R },
    raw: rows(s6, E),
    rawGate: array(s6 * E),
    delta: array(s6 * E),
    Abar: array(s6 && (kept ? L : 1) * E * N),
    h: array(s6 && (kept ? L + 1 : 1) * E * N),
    y: array(L * E),
    zGate: array(L * E),
    gate: array(L * E),
    gated: rows(L, E),
    out: rows(L, d),
  };
}
