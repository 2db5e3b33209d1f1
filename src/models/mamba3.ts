import { type Complex, complexMultiply } from "../numerics/complex.ts";
import { count, fail, positive } from "../numerics/check.ts";

/**
 * One channel of a state space layer with a constant step: P states h' = a h + u with complex rates a (real ones where nothing
 * turns), read as the mean of their real parts.
 */
export interface Rates {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** The three weights of a step h ← α h + β u₋ + γ u. */
export interface StepWeights {
  readonly alpha: Complex;
  readonly beta: Complex;
  readonly gamma: number;
}

/**
 * Mamba-3's step (arXiv 2603.15569, §3.1): α = e^{ΔA}, β = (1 − λ) Δ α, γ = λ Δ. λ = 1 is the exponential Euler rule of Mamba-1 and
 * Mamba-2, λ = ½ the trapezoid. Throws unless Δ > 0 and 0 ≤ λ ≤ 1.
 */
export function stepWeights(a: Complex, delta: number, lambda: number): StepWeights {
  positive("delta", delta);
  if (!(lambda >= 0 && lambda <= 1)) fail("lambda", "from 0 to 1", lambda);
  // #region weights
  const size = Math.exp(delta * a.re);
  const alpha = { re: size * Math.cos(delta * a.im), im: size * Math.sin(delta * a.im) };
  const beta = { re: (1 - lambda) * delta * alpha.re, im: (1 - lambda) * delta * alpha.im };
  const gamma = lambda * delta;
  // #endregion
  return { alpha, beta, gamma };
}

/** One step of a state that the channel's input goes into as it is (B = 1). */
export function stepState(
  { alpha, beta, gamma }: StepWeights,
  h: Complex,
  before: number,
  now: number,
): Complex {
  // #region step
  const kept = complexMultiply(alpha, h);
  const re = kept.re + beta.re * before + gamma * now;
  const im = kept.im + beta.im * before;
  // #endregion
  return { re, im };
}

/** The states after each input (P × L) and the outputs. */
export interface Response {
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly y: Float64Array;
}

/** The layer on inputs u, from rest; nothing came before the first. */
export function respond(
  { re, im }: Rates,
  u: Float64Array,
  delta: number,
  lambda: number,
): Response {
  const [P, L] = [count("states", re.length), u.length];
  const out = { re: new Float64Array(P * L), im: new Float64Array(P * L), y: new Float64Array(L) };
  for (let p = 0; p < P; p++) {
    const weights = stepWeights({ re: re[p]!, im: im[p]! }, delta, lambda);
    let h: Complex = { re: 0, im: 0 };
    for (let t = 0; t < L; t++) {
      h = stepState(weights, h, t > 0 ? u[t - 1]! : 0, u[t]!);
      out.re[p * L + t] = h.re;
      out.im[p * L + t] = h.im;
      out.y[t]! += h.re / P;
    }
  }
  return out;
}

/**
 * The same outputs without a state that turns: instead B and C are turned by the angle so far, as rotary position embeddings turn
 * keys and queries (Mamba-3, §3.2). The state only decays.
 */
export function respondTurned(
  { re, im }: Rates,
  u: Float64Array,
  delta: number,
  lambda: number,
): Float64Array {
  const y = new Float64Array(u.length);
  for (let p = 0; p < re.length; p++) {
    const { alpha, beta, gamma } = stepWeights({ re: re[p]!, im: 0 }, delta, lambda);
    let state: Complex = { re: 0, im: 0 };
    let B: Complex = { re: 0, im: 0 };
    for (let t = 0; t < u.length; t++) {
      const angle = im[p]! * delta * (t + 1);
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const before = t > 0 ? beta.re * u[t - 1]! : 0;
      state = {
        re: alpha.re * state.re + before * B.re + gamma * u[t]! * cos,
        im: alpha.re * state.im + before * B.im - gamma * u[t]! * sin,
      };
      B = { re: cos, im: -sin };
      y[t]! += complexMultiply({ re: cos, im: sin }, state).re / re.length;
    }
  }
  return y;
}

/** Inputs whose exact response is known: sin ωt from 0 on, or a step to 1 at 0. */
export type Smooth = { readonly kind: "sine"; readonly omega: number } | { readonly kind: "step" };

/** The output at time t, exactly. */
export function exactOutput({ re, im }: Rates, input: Smooth, t: number): number {
  let sum = 0;
  for (let p = 0; p < re.length; p++) sum += exactState({ re: re[p]!, im: im[p]! }, input, t);
  return sum / re.length;
}

/** Re of ∫₀ᵗ e^{a(t−s)} u(s) ds. */
function exactState(a: Complex, input: Smooth, t: number): number {
  const size = Math.exp(a.re * t);
  const grown = { re: size * Math.cos(a.im * t), im: size * Math.sin(a.im * t) };
  // 1/z = z̄ / |z|²
  if (input.kind === "step") {
    const norm = a.re * a.re + a.im * a.im;
    return ((grown.re - 1) * a.re + grown.im * a.im) / norm;
  }
  const w = input.omega;
  const [cos, sin] = [Math.cos(w * t), Math.sin(w * t)];
  const top = { re: w * grown.re - w * cos - a.re * sin, im: w * grown.im - a.im * sin };
  const below = { re: a.re * a.re - a.im * a.im + w * w, im: 2 * a.re * a.im };
  return (top.re * below.re + top.im * below.im) / (below.re * below.re + below.im * below.im);
}

/** What a head of E channels with N states keeps from token to token, and what a token costs. */
export interface Cost {
  /** Numbers kept. */
  readonly kept: number;
  /** Exponentials for the decays. */
  readonly decays: number;
  readonly products: number;
}

/**
 * Counted on the recurrence. A decay for each state and channel, as Mamba-1 has it: E N exponentials; one for the head, as Mamba-2: one.
 * Products: h by its decay (E N), Δ u (E), times B (E N), C h (E N). The trapezoid keeps the last B and u and adds their product
 * (E N, and E for β u₋); turns keep an angle a pair, turn B and C (four products a pair each) and add Δ θ (one a pair).
 */
export function costOf(
  E: number,
  N: number,
  { shared, trapezoid, turns }: { shared: boolean; trapezoid: boolean; turns: boolean },
): Cost {
  return {
    kept: E * N + (trapezoid ? E + N : 0) + (turns ? N / 2 : 0),
    decays: shared ? 1 : E * N,
    products: 3 * E * N + E + (trapezoid ? E * N + E : 0) + (turns ? 4.5 * N : 0),
  };
}
