import { fail, finite, vector } from "../numerics/check.ts";

/** The logistic function σ(x) = 1 / (1 + e^−x), without overflow for any x. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** log(1 + e^x), which keeps a step size Δ above 0; without overflow or cancellation for any x. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** SiLU, x·σ(x): the activation of Mamba's gate branch z. */
export function silu(x: number): number {
  return x * sigmoid(x);
}

/** The derivative of `silu`. */
export function siluSlope(x: number): number {
  const s = sigmoid(x);
  return s * (1 + x * (1 - s));
}

/** Mamba's gate of Theorem 1: at g = 0 the state stays as it is, at g = 1 it becomes x. */
export function gatedStep(h: number, g: number, x: number): number {
  // #region gate
  return (1 - g) * h + g * x;
  // #endregion
}

/** The gates and the states of a gated recurrence, one entry a token. */
export interface Gated {
  readonly gates: Float64Array;
  readonly states: Float64Array;
}

/**
 * Theorem 1 of Mamba (§3.5.1, App. C): with N = 1, A = −1, B = 1 and Δ = softplus(s), exact ZOH makes S6 the gated
 * recurrence h_t = (1 − g_t) h_{t−1} + g_t x_t, g_t = σ(s_t). Not so under the simplified rule B̄ = Δ of its code.
 * `s` and `x` have one entry a token. Throws on unequal lengths, an empty sequence and what is not finite.
 */
export function theoremOne(s: Float64Array, x: Float64Array, h0 = 0): Gated {
  if (vector("s", s).length === 0) fail("s", "of at least one token", "length 0");
  vector("x", x, s.length);
  const gates = s.map(sigmoid);
  let h = finite("h0", h0);
  const states = x.map((xt, t) => (h = gatedStep(h, gates[t]!, xt)));
  return { gates, states };
}
