import { count, fail, positive, vector } from "../numerics/check.ts";
import { discretize } from "../numerics/discretize.ts";
import { eigenSymmetric, eigenvalues } from "../numerics/eigen.ts";
import { fout, lagt, legs, legt, type Hippo } from "../numerics/hippo.ts";
import { legsStep } from "../numerics/legsStep.ts";
import { matvec, multiply, transpose } from "../numerics/linalg.ts";
import { checkSquare, zeros, type Matrix } from "../numerics/matrix.ts";
import {
  fourierBasis,
  laguerreBasis,
  legendreBasis,
  legendreIntegrals,
} from "../numerics/polynomials.ts";
import { generator } from "../numerics/random.ts";

/**
 * What is remembered: `legs` all of the past, equally weighted (the scaled, true HiPPO-LegS, c' = (A c + B f)/t); `legs-lti`
 * the same A without 1/t, as S4 uses it: an exponentially warped past; `legt`, `fout` a sliding window; `lagt` a
 * fading past; `random` a stable random A, which nobody chose.
 */
export type Measure = "legs" | "legs-lti" | "legt" | "lagt" | "fout" | "random";

/**
 * How a step is taken. `exact`, for the scaled `legs` only, is the zero-order hold on the clock where the first sample lasts
 * from 0 to 1: the coefficients are then exactly the projection of the staircase through the samples.
 */
export type Rule = "euler" | "backward" | "bilinear" | "zoh" | "exact";

/** The settings of `remember`, all optional. */
export interface Remember {
  /** Default `legs`. */
  readonly measure?: Measure;
  /** Default `bilinear`. */
  readonly rule?: Rule;
  /** Time between samples in the measure's own unit (window of legt and fout, fading time of lagt and legs-lti); default 1/L. Scaled `legs` has no step size. */
  readonly dt?: number;
  /** Seed of the `random` measure; default 1. */
  readonly seed?: number;
}

/** L×N coefficients, row k those after sample k + 1, and how far they can be trusted. */
export interface Memory extends Matrix {
  /** The leading rows that are finite; when an unstable rule (Euler) overflows, the rows from here on are zero and mean nothing. */
  readonly finite: number;
  /** Largest |coefficient| of those rows. A LegS projection never exceeds max|f| (Bessel's inequality), so more is the rule's error. */
  readonly peak: number;
}

// #region remember
/**
 * Feeds the samples f (length L) one by one to a memory of N numbers that starts empty, and returns the numbers after each.
 * Throws on an empty or non-finite f, N < 1, dt ≤ 0 and unknown names; a rule that blows up says so in `finite` and `peak`.
 */
export function remember(f: Float64Array, N: number, options: Remember = {}): Memory {
  const L = count("the length of f", vector("f", f).length);
  const memory = zeros(L, count("N", N));
  const step = stepper(N, { measure: "legs", rule: "bilinear", dt: 1 / L, seed: 1, ...options });
  const c = new Float64Array(N);
  let peak = 0;
  for (let k = 1; k <= L; k++) {
    step(c, f[k - 1]!, k);
    const largest = largestOf(c);
    if (!Number.isFinite(largest)) return { ...memory, finite: k - 1, peak };
    peak = Math.max(peak, largest);
    memory.data.set(c, (k - 1) * N);
  }
  return { ...memory, finite: L, peak };
}
// #endregion

type Step = (c: Float64Array, u: number, k: number) => void;

function stepper(N: number, { measure, rule, dt, seed }: Required<Remember>): Step {
  positive("dt", dt);
  if (!RULES.has(rule)) fail("rule", [...RULES.keys()].join(", "), rule);
  if (rule === "exact" && measure !== "legs") fail("rule", "zoh for this measure", rule);
  const alpha = RULES.get(rule);
  if (measure === "legs" || measure === "legs-lti") {
    const { gbt, hold } = legsStep(N);
    const scaled = measure === "legs";
    if (alpha !== undefined) return (c, u, k) => gbt(c, u, scaled ? 1 / k : dt, alpha);
    if (!scaled) return (c, u) => hold(c, u, Math.exp(-dt));
    return (c, u, k) => hold(c, u, rule === "exact" ? (k - 1) / k : k / (k + 1));
  }
  const { A, B } = continuous(measure, N, seed);
  const column = { rows: N, cols: 1, data: B };
  const bar = discretize(A, column, dt, rule as Exclude<Rule, "exact">);
  const next = new Float64Array(N);
  return (c, u) => advance(bar.A.data, bar.B.data, c, u, next);
}

/** The α of each rule in the generalised bilinear family; a hold has none. */
const RULES = new Map<Rule, number | undefined>([
  ["euler", 0],
  ["backward", 1],
  ["bilinear", 0.5],
  ["zoh", undefined],
  ["exact", undefined],
]);

/** c ← A c + B u. */
function advance(A: Float64Array, B: Float64Array, c: Float64Array, u: number, next: Float64Array) {
  const N = c.length;
  for (let n = 0; n < N; n++) {
    let [even, odd] = [B[n]! * u, 0];
    const row = n * N;
    for (let k = 0; k + 1 < N; k += 2) {
      even += A[row + k]! * c[k]!;
      odd += A[row + k + 1]! * c[k + 1]!;
    }
    if (N % 2 === 1) even += A[row + N - 1]! * c[N - 1]!;
    next[n] = even + odd;
  }
  c.set(next);
}

/** The largest magnitude in c, or NaN where an entry is not finite. */
function largestOf(c: Float64Array): number {
  let largest = 0;
  for (let n = 0; n < c.length; n++) {
    const size = Math.abs(c[n]!);
    if (!(size < Infinity)) return Number.NaN;
    if (size > largest) largest = size;
  }
  return largest;
}

/** x' = A x + B u of a measure, in its own unit of time (theta = 1). `seed` matters to `random` alone. */
export function continuous(measure: Measure, N: number, seed = 1): Hippo {
  switch (measure) {
    case "legs":
    case "legs-lti":
      return legs(N);
    case "legt":
      return legt(N);
    case "lagt":
      return lagt(N);
    case "fout":
      return fout(N);
    case "random":
      return randomSystem(N, seed);
    default:
      return fail("measure", "legs, legs-lti, legt, lagt, fout or random", measure);
  }
}

/**
 * A random memory: A = G/√N shifted so that its slowest mode decays as e^{−t/2} (like S4D's), B = g, with G and g of
 * independent standard normal entries from the seed.
 */
export function randomSystem(N: number, seed: number): Hippo {
  const A = zeros(count("N", N), N);
  const { normal } = generator(seed);
  for (let i = 0; i < N * N; i++) A.data[i] = normal() / Math.sqrt(N);
  const B = Float64Array.from({ length: N }, () => normal());
  const shift = Math.max(...eigenvalues(A).re) + 0.5;
  for (let n = 0; n < N; n++) A.data[n * N + n]! -= shift;
  return { A, B };
}

// #region reconstruct
/**
 * What the N coefficients of scaled LegS say of the past, at positions 0 (the beginning) … 1 (now) of it:
 * f(x) ≈ Σ c_n √(2n+1) P_n(2x − 1). Sample k of L covers the positions (k − 1)/L … k/L. Throws outside 0 … 1.
 */
export function reconstruct(c: Float64Array, at: Float64Array): Float64Array {
  count("the length of c", vector("c", c).length);
  return matvec(legendreBasis(c.length, within("at", at, 1)), c);
}
// #endregion

// #region recall
/**
 * What an LTI memory says of the input `ages` ago (0 = now) in the measure's own unit, u(t − s) ≈ Σ x_n g_n(s):
 * `legs-lti` g_n = √(2n+1) P_n(2e^{−s} − 1); `legt` √(2n+1) P_n(1 − 2s) and `fout` its Fourier basis, both for s ≤ 1;
 * `lagt` L_n(s) e^{−s/2}. Throws on an age outside the window, and for measures without a closed form.
 */
export function recall(x: Float64Array, ages: Float64Array, measure: Measure): Float64Array {
  count("the length of x", vector("x", x).length);
  return matvec(recallBasis(x.length, ages, measure), x);
}

/** The g_n(s) of `recall` themselves: row i the N of them at the age `ages[i]`. */
export function recallBasis(N: number, ages: Float64Array, measure: Measure): Matrix {
  const here = (max: number, to: (s: number) => number) => within("ages", ages, max).map(to);
  switch (measure) {
    case "legs-lti":
      return legendreBasis(
        N,
        here(Infinity, (s) => Math.exp(-s)),
      );
    case "legt":
      return legendreBasis(
        N,
        here(1, (s) => 1 - s),
      );
    case "fout":
      return fourierBasis(N, within("ages", ages, 1));
    case "lagt":
      return laguerreBasis(N, within("ages", ages, Infinity));
    default:
      return fail("measure", "legs-lti, legt, fout or lagt", measure);
  }
}
// #endregion

/**
 * The best recall from any discrete memory x_k = Ā x_{k−1} + B̄ u_k: the M×N matrix W whose W x is the shortest history of M
 * samples (row 0 the newest) that leaves the state x. Directions of the state with less than `tolerance` of the largest
 * energy are dropped: they hold rounding, not memory.
 */
export function leastNormRecall(A: Matrix, B: Float64Array, M: number, tolerance = 1e-10): Matrix {
  const N = checkSquare("A", A);
  const x = vector("B", B, N).slice();
  const next = new Float64Array(N);
  const K = zeros(count("M", M), N); // row l is (Ā^l B̄)ᵀ
  for (let l = 0; l < M; l++) {
    K.data.set(x, l * N);
    advance(A.data, x, x, 0, next);
  }
  const { values, vectors } = eigenSymmetric(multiply(transpose(K), K));
  const least = positive("tolerance", tolerance) * values[N - 1]!;
  const scaled = zeros(N, N);
  for (let i = 0; i < N * N; i++) {
    const energy = values[i % N]!;
    scaled.data[i] = energy > least ? vectors.data[i]! / energy : 0;
  }
  return multiply(K, multiply(scaled, transpose(vectors)));
}

/** The N LegS coefficients of the staircase through the samples f, by direct integration: what `remember` should hold at its end. */
export function project(f: Float64Array, N: number): Float64Array {
  const L = count("the length of f", vector("f", f).length);
  const F = legendreIntegrals(
    N,
    Float64Array.from({ length: L + 1 }, (_, k) => k / L),
  ).data;
  const c = new Float64Array(N);
  for (let k = 0; k < L; k++)
    for (let n = 0; n < N; n++) c[n]! += f[k]! * (F[(k + 1) * N + n]! - F[k * N + n]!);
  return c;
}

/** The middles (k + ½)/L of L samples on the positions 0 … 1: where a staircase stands for its signal best. */
export function middles(L: number): Float64Array {
  return Float64Array.from({ length: count("L", L) }, (_, k) => (k + 0.5) / L);
}

function within(name: string, x: Float64Array, max: number): Float64Array {
  vector(name, x);
  const bad = x.findIndex((s) => !(s >= 0 && s <= max));
  return bad < 0 ? x : fail(`${name}[${bad}]`, max === 1 ? "from 0 to 1" : "at least 0", x[bad]);
}
