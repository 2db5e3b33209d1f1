import { count, fail, vector } from "../numerics/check.ts";
import { softplus } from "./s6Gate.ts";
import { advance } from "./s6Kernel.ts";
import type { S6Ready } from "./s6Kernel.ts";
import type { S6Rule } from "./s6Rule.ts";

/** What a selective scan runs on: flat, row-major, in the shapes named. */
export interface S6Input {
  /** Tokens. */
  readonly L: number;
  /** Channels E (d_inner). */
  readonly channels: number;
  /** States N of each channel (d_state). */
  readonly states: number;
  /** L × channels. */
  readonly u: Float64Array;
  /** L × channels: step sizes Δ ≥ 0, or any numbers with `softplus`. */
  readonly delta: Float64Array;
  /** channels × states: the diagonal of each channel's A; below 0 where it should forget. */
  readonly A: Float64Array;
  /** L × states, shared by all channels. */
  readonly B: Float64Array;
  /** L × states, shared by all channels. */
  readonly C: Float64Array;
  /** channels: the skip connection. */
  readonly D: Float64Array;
  /** L × channels: the gate branch; the output is multiplied by SiLU(z). */
  readonly z?: Float64Array | null | undefined;
}

/** How it runs. */
export interface S6Options {
  /** "simplified" (default) as Mamba's code, or "zoh". */
  readonly rule?: S6Rule;
  /** channels × states: the state before the first token; zeros by default. */
  readonly h0?: Float64Array | undefined;
  /** Δ = softplus(delta + deltaBias), as inside Mamba's kernel. */
  readonly softplus?: boolean;
  /** channels: added to delta before the softplus; zeros by default. */
  readonly deltaBias?: Float64Array | undefined;
}

/** y: L × channels; last: channels × states, the state after the last token. */
export interface S6Output {
  readonly y: Float64Array;
  readonly last: Float64Array;
}

/**
 * The selective scan of S6: h_t = e^{Δ_t A} h_{t−1} + B̄_t u_t, y_t = (C_tᵀ h_t + D u_t) · SiLU(z_t) for every channel
 * (Mamba Alg. 2, `selective_scan_ref`). Time L·E·N, memory L·E. Throws on wrong shapes, non-finite numbers, Δ < 0 and
 * where the result overflows (A > 0).
 */
export function selectiveScan(input: S6Input, options: S6Options = {}): S6Output {
  const s = ready(input, options);
  const last = startState(s, options.h0);
  const y = new Float64Array(s.L * s.channels);
  advance(s, last, y, 0, s.L);
  return finiteOutput({ y, last });
}

/** One token of a running model: u, delta, z have `channels` entries, B and C `states`. */
export type S6Token = Omit<S6Input, "L" | "channels" | "states" | "A" | "D">;

/** What stays the same from token to token. */
export type S6Model = Pick<S6Input, "channels" | "states" | "A" | "D">;

/**
 * One step of decoding: changes the state `h` (channels × states) in place and returns y (channels). Cost and memory do
 * not depend on how many tokens came before. Throws as `selectiveScan`; `h` is then unchanged unless the step overflowed.
 */
export function s6Step(
  model: S6Model,
  h: Float64Array,
  token: S6Token,
  options: Omit<S6Options, "h0"> = {},
): Float64Array {
  const { channels, states, A, D } = model;
  const { u, delta, B, C, z } = token;
  const s = ready({ L: 1, channels, states, A, D, u, delta, B, C, z }, options);
  vector("h", h, s.channels * s.states);
  const y = new Float64Array(s.channels);
  advance(s, h, y, 0, 1);
  return finiteOutput({ y, last: h }).y;
}

/** Checks every argument and makes Δ ready. For the scans of this folder. */
export function ready(input: S6Input, options: Omit<S6Options, "h0">): S6Ready {
  if (typeof input !== "object" || input === null) fail("input", "an S6Input", input);
  const L = count("L", input.L);
  const channels = count("channels", input.channels);
  const states = count("states", input.states);
  const rule = options.rule ?? "simplified";
  if (rule !== "simplified" && rule !== "zoh") fail("rule", '"simplified" or "zoh"', rule);
  const A = vector("A", input.A, channels * states);
  const reach = new Float64Array(channels);
  A.forEach((a, i) => {
    const e = Math.floor(i / states);
    reach[e] = Math.max(reach[e]!, Math.abs(a));
  });
  return {
    L,
    channels,
    states,
    u: vector("u", input.u, L * channels),
    delta: stepSizes(input, options),
    A,
    B: vector("B", input.B, L * states),
    C: vector("C", input.C, L * states),
    D: vector("D", input.D, channels),
    z: input.z ? vector("z", input.z, L * channels) : undefined,
    rule,
    reach,
  };
}

/** A state to start from: a copy of h0, or zeros. */
export function startState(s: S6Ready, h0: Float64Array | undefined): Float64Array {
  const size = s.channels * s.states;
  return h0 ? vector("h0", h0, size).slice() : new Float64Array(size);
}

/** Throws unless every number of a result is finite. */
export function finiteOutput(out: S6Output): S6Output {
  for (const [name, x] of [
    ["y", out.y],
    ["last", out.last],
  ] as const)
    for (let i = 0; i < x.length; i++)
      if (!Number.isFinite(x[i]!)) fail(`${name}[${i}]`, "finite (it overflowed: A > 0?)", x[i]);
  return out;
}

function stepSizes({ L, channels, delta }: S6Input, options: S6Options): Float64Array {
  vector("delta", delta, L * channels);
  const bias = options.deltaBias && vector("deltaBias", options.deltaBias, channels);
  if (options.softplus) return delta.map((x, i) => softplus(x + (bias?.[i % channels] ?? 0)));
  if (bias) fail("deltaBias", "given together with softplus only", "no softplus");
  for (let i = 0; i < delta.length; i++)
    if (delta[i]! < 0) fail(`delta[${i}]`, "a step size of at least 0", delta[i]);
  return delta;
}
