import { count, fail } from "../../numerics/check.ts";
import { exp, log } from "../../numerics/portable.ts";
import { generator } from "../../numerics/random.ts";
import { softplus } from "./smooth.ts";

/**
 * What a token may multiply a state by. "positive": e^{ΔA}, between 0 and 1 (Mamba). "negative": 2 e^{ΔA} − 1, between −1 and 1
 * (Grazzi et al. 2024, arXiv 2411.12537, their Mamba [−1, 1]). "rotation": e^{ΔA} R(Δθ), two states at a time, with an angle of
 * the token's own (Mamba-3, arXiv 2603.15569).
 */
export const kinds = ["positive", "negative", "rotation"] as const;
export type Kind = (typeof kinds)[number];

/** How many states there are (an even number), and SiLU units that read them. */
export interface Sizes {
  readonly kind: Kind;
  readonly N: number;
  readonly units: number;
}

/** Every number that is learned, as views of one array; a table has a row for the token 0, then one for the token 1. */
export interface Weights {
  readonly flat: Float64Array;
  /** Δ before the softplus, tokens × multipliers. */
  readonly dt: Float64Array;
  /** log −A, a number a multiplier. */
  readonly ALog: Float64Array;
  /** θ, tokens × multipliers; empty where nothing turns. */
  readonly theta: Float64Array;
  /** B times the input, tokens × N. */
  readonly B: Float64Array;
  /** The readout: units × N, units, units, 1. */
  readonly W: Float64Array;
  readonly bias: Float64Array;
  readonly out: Float64Array;
  readonly outBias: Float64Array;
}

/** An S6 of one layer for bits: each token has its own Δ, B (and θ), A is the layer's; SiLU units read the state. */
export interface Net {
  readonly sizes: Sizes;
  readonly weights: Weights;
}

/** Multipliers of N states: one each, or one for two that turn together. */
export const multipliers = ({ kind, N }: Sizes): number => (kind === "rotation" ? N / 2 : N);

const lengths = (s: Sizes) => {
  const P = multipliers(s);
  return [2 * P, P, s.kind === "rotation" ? 2 * P : 0, 2 * s.N, s.units * s.N, s.units, s.units, 1];
};

/** How many numbers are learned. Throws on sizes that are none. */
export function parameters(sizes: Sizes): number {
  if (count("N", sizes.N) % 2) fail("N", "even", sizes.N);
  count("units", sizes.units);
  return lengths(sizes).reduce((sum, n) => sum + n, 0);
}

/** Views of `flat`, in the order of their declaration. */
export function weightsOf(sizes: Sizes, flat: Float64Array): Weights {
  let at = 0;
  const part = (k: number) => flat.subarray(at, (at += lengths(sizes)[k]!));
  const [dt, ALog, theta, B] = [part(0), part(1), part(2), part(3)];
  const [W, bias, out, outBias] = [part(4), part(5), part(6), part(7)];
  return { flat, dt, ALog, theta, B, W, bias, out, outBias };
}

/** Where the steps Δ begin, even in their logarithm. */
const paces = [0.01, 1] as const;
/** −A of the slowest state where states turn; else it is 1, as S4D-Real and Mamba have it. Mamba-3 begins slow, too. */
const SLOW = 0.01;

/**
 * An untrained net, the same in every engine: A = −(1, 2, …), slow where states turn, whose angles Δθ are then even within ±π; B
 * standard normal; linear layers uniform within 1/√in.
 */
export function newNet(sizes: Sizes, seed: number): Net {
  const w = weightsOf(sizes, new Float64Array(parameters(sizes)));
  const { uniform, normal } = generator(seed);
  const fill = (x: Float64Array, of: (i: number) => number) => {
    for (let i = 0; i < x.length; i++) x[i] = of(i);
  };
  const within = (fan: number) => (2 * uniform() - 1) / Math.sqrt(fan);
  const [low, high] = paces.map(log) as [number, number];
  const slowest = sizes.kind === "rotation" ? SLOW : 1;
  fill(w.dt, () => log(exp(exp(low + uniform() * (high - low))) - 1)); // the inverse of the softplus
  fill(w.ALog, (i) => log(slowest * (i + 1)));
  fill(w.theta, (i) => (Math.PI * (2 * uniform() - 1)) / softplus(w.dt[i]!));
  fill(w.B, normal);
  fill(w.W, () => within(sizes.N));
  fill(w.bias, () => within(sizes.N));
  fill(w.out, () => within(sizes.units));
  return { sizes, weights: w };
}
