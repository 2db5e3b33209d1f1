import { keeping } from "../../kit/keeping.ts";
import {
  type Cost,
  costOf,
  exactOutput,
  type Rates,
  respond,
  type Response,
  type Smooth,
} from "../../models/mamba3.ts";
import type { Setting } from "./params.ts";

/** Time shown, states (numbers) of a channel, channels of the head whose cost is told. */
export const T = 8;
export const N = 8;
export const E = 64;

export interface Run {
  readonly rates: Rates;
  readonly u: Float64Array;
  readonly response: Response;
  /** Exact outputs at the steps; NaN where there are none. */
  readonly exact: Float64Array;
  /** Largest error at this step: of this λ, of λ = 1, of λ = ½; NaN for a token. */
  readonly error: number;
  readonly euler: number;
  readonly trapezoid: number;
  readonly errors: Errors;
  readonly cost: Cost;
}

/** Largest errors by step, of this λ, of λ = 1, of λ = ½. */
export interface Errors {
  readonly deltas: readonly number[];
  readonly now: readonly number[];
  readonly euler: readonly number[];
  readonly trapezoid: readonly number[];
}

/** Decays −½, −1, … of Mamba-1 (pairs of states share one where they turn), −1 of Mamba-2; angles ω, ω/2, … as in RoPE. */
export const ratesOf = keeping((decay: Setting["decay"], omega: number): Rates => {
  const P = omega > 0 ? N / 2 : N;
  return {
    re: Float64Array.from({ length: P }, (_, p) => (decay === "own" ? -(p + 1) / 2 : -1)),
    im: Float64Array.from({ length: P }, (_, p) => omega / (p + 1)),
  };
});

export const SINE: Smooth = { kind: "sine", omega: 2 };
const STEP: Smooth = { kind: "step" };
const smoothOf = (input: Setting["input"]): Smooth | undefined =>
  input === "impulse" ? undefined : input === "sine" ? SINE : STEP;

/** The input at n + 1 times, Δ apart. */
export function inputAt(input: Setting["input"], n: number, delta: number): Float64Array {
  return Float64Array.from({ length: n + 1 }, (_, t) =>
    input === "sine" ? Math.sin(2 * t * delta) : input === "step" ? 1 : Number(t === 0),
  );
}

const steps = (delta: number) => Math.floor(T / delta + 1e-9);

/** Largest error of n + 1 outputs against the exact ones, which stand `stride` apart. */
function errorOf(
  rates: Rates,
  input: Setting["input"],
  n: number,
  delta: number,
  lambda: number,
  exact: Float64Array,
  stride = 1,
): number {
  const { y } = respond(rates, inputAt(input, n, delta), delta, lambda);
  return y.reduce((most, x, t) => Math.max(most, Math.abs(x - exact[t * stride]!)), 0);
}

const FINEST = 9;
/** Steps T/8 … T/512. */
const halvings = Array.from({ length: FINEST - 2 }, (_, k) => k + 3);
export const deltas = halvings.map((k) => T / 2 ** k);

const finest = keeping((rates: Rates, input: Setting["input"]): Float64Array | undefined => {
  const smooth = smoothOf(input);
  if (!smooth) return undefined;
  const n = 2 ** FINEST;
  return Float64Array.from({ length: n + 1 }, (_, t) => exactOutput(rates, smooth, (T * t) / n));
});

/** Largest errors over the steps of `deltas`. */
export function errorsOf(rates: Rates, input: Setting["input"], lambda: number): number[] {
  const exact = finest(rates, input);
  return halvings.map((k) =>
    exact ? errorOf(rates, input, 2 ** k, T / 2 ** k, lambda, exact, 2 ** (FINEST - k)) : NaN,
  );
}

const fixedErrors = keeping((rates: Rates, input: Setting["input"]) => ({
  euler: errorsOf(rates, input, 1),
  trapezoid: errorsOf(rates, input, 0.5),
}));

/** By how much halving the step divides the error, as a power of two: from the two finest steps. */
export const orderOf = (errors: readonly number[]): number =>
  Math.log2(errors.at(-2)! / errors.at(-1)!);

export function run({ input, decay, lambda, omega, delta }: Setting): Run {
  const rates = ratesOf(decay, omega);
  const n = steps(delta);
  const u = inputAt(input, n, delta);
  const smooth = smoothOf(input);
  const exact = u.map((_, t) => (smooth ? exactOutput(rates, smooth, t * delta) : NaN));
  const at = (share: number) => (smooth ? errorOf(rates, input, n, delta, share, exact) : NaN);
  return {
    rates,
    u,
    exact,
    response: respond(rates, u, delta, lambda),
    error: at(lambda),
    euler: at(1),
    trapezoid: at(0.5),
    errors: { deltas, now: errorsOf(rates, input, lambda), ...fixedErrors(rates, input) },
    cost: costOf(E, N, { shared: decay === "shared", trapezoid: lambda < 1, turns: omega > 0 }),
  };
}

/** Which of the three it is. */
export function versionOf({ decay, lambda, omega }: Setting) {
  const plain = lambda === 1 && omega === 0;
  if (plain) return decay === "own" ? "mamba1" : "mamba2";
  return decay === "shared" && lambda < 1 && omega > 0 ? "mamba3" : "between";
}
