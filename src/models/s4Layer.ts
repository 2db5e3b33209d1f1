import { count, fail, positive, vector } from "../numerics/check.ts";
import { complexZeros, type ComplexVector } from "../numerics/complex.ts";
import { legs } from "../numerics/hippo.ts";
import { legsStep } from "../numerics/legsStep.ts";
import { zeros, type Matrix } from "../numerics/matrix.ts";
import { legendreBasis, legendreIntegrals } from "../numerics/polynomials.ts";
import { generator } from "../numerics/random.ts";
import { legsKernel, s4 } from "./s4.ts";
import * as s4d from "./s4d.ts";

/**
 * Where a layer's A comes from: `legs` is S4 (HiPPO-LegS, normal plus low rank), `legs-diag` its normal part alone (S4D-LegS),
 * `lin`, `inv`, `real` the other S4D, and `random` poles thrown evenly into a disc, as the eigenvalues of a random matrix
 * fall (circular law), the slowest of them decaying as e^{−t/2} like theirs.
 */
export type Init = "legs" | "lin" | "inv" | "real" | "legs-diag" | "random";
export const inits: readonly Init[] = ["legs", "lin", "inv", "real", "legs-diag", "random"];
export type Rule = s4d.DiagonalRule;

/** One channel of a layer, read by a row C, in N real numbers of state. */
export interface Layer {
  readonly init: Init;
  readonly N: number;
  /** The row that reads the state in its real coordinates: real and imaginary parts of a conjugate pair stand side by side. */
  readonly C: Float64Array;
  /** What a diagonal layer is; LegS itself is none. */
  readonly diagonal?: { readonly system: s4d.Diagonal; readonly C: ComplexVector };
}

/** How the state is read: by standard normal numbers from a seed, as an untrained S4 does, or its first number alone. */
export type Read = "random" | "first";

// #region layer
/** A layer of N (even) numbers. C of `legs-diag` is that of `legs` in the diagonal's coordinates, so that the two compare. */
export function layer(init: Init, N: number, seed: number, read: Read = "random"): Layer {
  if (count("N", N) % 2 === 1) fail("N", "even", N);
  const { normal } = generator(seed);
  const row = Float64Array.from({ length: N }, (_, n) =>
    read === "random" ? normal() : Number(n === 0),
  );
  if (init === "legs") return { init, N, C: row };
  const system = diagonalOf(init, N, seed);
  const H = system.weight.length;
  const drawn = { re: row.slice(0, H), im: new Float64Array(H) };
  if (read === "random" && H < N) drawn.im.set(row.subarray(H));
  const C = init === "legs-diag" ? s4(row).C : drawn;
  return { init, N, C: realRow(system, C), diagonal: { system, C } };
}
// #endregion

function diagonalOf(init: Exclude<Init, "legs">, N: number, seed: number): s4d.Diagonal {
  if (init === "real") return s4d.real(N);
  if (init === "legs-diag") return s4d.legs(N);
  if (init === "random") return disc(N / 2, seed);
  return init === "lin" ? s4d.lin(N / 2) : s4d.inv(N / 2);
}

/** Poles in the upper half of a disc of radius 1, the rightmost at −½; conjugates implied. */
function disc(half: number, seed: number): s4d.Diagonal {
  const { uniform } = generator(seed + 1);
  const A = complexZeros(half);
  for (let n = 0; n < half; n++) {
    const [r, angle] = [Math.sqrt(uniform()), Math.PI * uniform()];
    [A.re[n], A.im[n]] = [r * Math.cos(angle), r * Math.sin(angle)];
  }
  const shift = Math.max(...A.re) + 0.5;
  A.re.forEach((x, n) => (A.re[n] = x - shift));
  return { ...s4d.lin(half), A };
}

/** weight Re(C x) as a row over the real coordinates. */
function realRow({ weight }: s4d.Diagonal, C: ComplexVector): Float64Array {
  const row: number[] = [];
  weight.forEach((w, n) => row.push(w * C.re[n]!, ...(w === 2 ? [-2 * C.im[n]!] : [])));
  return Float64Array.from(row);
}

// #region kernel
/** K_l = C Ā^l B̄, l = 0 … L−1: Cauchy or Vandermonde sums, and for LegS under a hold the closed form of its integral. */
export function kernelOf({ C, diagonal }: Layer, L: number, dt: number, rule: Rule): Float64Array {
  if (diagonal) return s4d.vandermonde(diagonal.system, diagonal.C, L, dt, rule);
  if (rule === "bilinear") return legsKernel(C, L, dt);
  const S = legsStepResponse(C, count("L", L), dt);
  return S.map((s, l) => s - (l === 0 ? 0 : S[l - 1]!));
}
// #endregion

// #region step-response
/**
 * What the *continuous* system x′ = A x + B u answers to a step, S(t) = ∫₀ᵗ C e^{sA}B ds, at t = dt, 2dt … M dt in closed
 * form: its output under any held input is a sum of differences of S.
 */
export function stepResponse({ C, diagonal }: Layer, M: number, dt: number): Float64Array {
  positive("dt", dt);
  if (!diagonal) return legsStepResponse(C, count("M", M), dt);
  const K = s4d.vandermonde(diagonal.system, diagonal.C, M, dt, "zoh");
  let sum = 0;
  return K.map((k) => (sum += k));
}
// #endregion

/** What the continuous system answers to an impulse, C e^{tA}B, at t = 0, dt … (M − 1) dt. */
export function impulseResponse({ C, diagonal }: Layer, M: number, dt: number): Float64Array {
  const times = Float64Array.from({ length: count("M", M) }, (_, l) => l * positive("dt", dt));
  if (!diagonal) {
    const basis = legendreBasis(
      C.length,
      times.map((t) => Math.exp(-t)),
    ).data;
    return times.map((t, l) => {
      let sum = 0;
      for (let n = 0; n < C.length; n++) sum += C[n]! * basis[l * C.length + n]!;
      return sum * Math.exp(-t);
    });
  }
  const {
    system: { A, B, weight },
    C: c,
  } = diagonal;
  return times.map((t) => {
    let sum = 0;
    for (let n = 0; n < weight.length; n++) {
      const [x, y] = [Math.cos(t * A.im[n]!), Math.sin(t * A.im[n]!)];
      const re = c.re[n]! * B.re[n]! - c.im[n]! * B.im[n]!;
      const im = c.re[n]! * B.im[n]! + c.im[n]! * B.re[n]!;
      sum += weight[n]! * Math.exp(t * A.re[n]!) * (re * x - im * y);
    }
    return sum;
  });
}

/** e^{tA}B of LegS is √(2n+1) P_n(2e^{−t} − 1) e^{−t}, so its integral is one of a polynomial in e^{−t}, from e^{−t} to 1. */
function legsStepResponse(C: Float64Array, M: number, dt: number): Float64Array {
  const N = vector("C", C).length;
  const { data: F } = legendreIntegrals(
    N,
    Float64Array.from({ length: M + 1 }, (_, l) => Math.exp(-(M - l) * dt)),
  );
  return Float64Array.from({ length: M }, (_, l) => {
    let sum = 0;
    for (let n = 0, at = (M - 1 - l) * N, top = M * N; n < N; n++)
      sum += C[n]! * (F[top + n]! - F[at + n]!);
    return sum;
  });
}

/** What a recurrence goes through: L×N real states and the L outputs. */
export interface Walk {
  readonly states: Matrix;
  readonly y: Float64Array;
}

// #region recurrence
/** x_k = Ā x_{k−1} + B̄ u_k, y_k = C x_k, step by step; `dt` is one size for all steps or one for each. */
export function walk(
  { C, N, diagonal }: Layer,
  u: Float64Array,
  dt: number | Float64Array,
  rule: Rule,
): Walk {
  const states = zeros(count("the length of u", vector("u", u).length), N);
  const step = diagonal ? diagonalStep(diagonal, rule) : legsSteps(N, rule);
  const y = u.map((now, k) => {
    const x = states.data.subarray(k * N, (k + 1) * N);
    if (k > 0) x.set(states.data.subarray((k - 1) * N, k * N));
    step(x, now, typeof dt === "number" ? dt : dt[k]!);
    return C.reduce((sum, c, n) => sum + c * x[n]!, 0);
  });
  return { states, y };
}
// #endregion

type Step = (x: Float64Array, u: number, dt: number) => void;

function legsSteps(N: number, rule: Rule): Step {
  const { gbt, hold } = legsStep(N);
  return rule === "bilinear"
    ? (x, u, dt) => gbt(x, u, dt, 0.5)
    : (x, u, dt) => hold(x, u, Math.exp(-dt));
}

function diagonalStep({ system, C }: NonNullable<Layer["diagonal"]>, rule: Rule): Step {
  const { state, step } = s4d.recurrent(system, C, 1, rule);
  return (x, u, dt) => {
    step(u, dt);
    let at = 0;
    system.weight.forEach((w, n) => {
      x[at++] = state.re[n]!;
      if (w === 2) x[at++] = state.im[n]!;
    });
  };
}

/** A (N×N) and B (N×1) in the real coordinates of the states: LegS itself, or a block for each pole. */
export function realSystem({ N, diagonal }: Layer): { A: Matrix; B: Matrix } {
  if (!diagonal) {
    const { A, B } = legs(N);
    return { A, B: { rows: N, cols: 1, data: B } };
  }
  const { system } = diagonal;
  const [A, B] = [zeros(N, N), zeros(N, 1)];
  let n = 0;
  system.weight.forEach((w, j) => {
    const [re, im] = [system.A.re[j]!, system.A.im[j]!];
    A.data[n * N + n] = re;
    B.data[n] = system.B.re[j]!;
    if (w === 2) {
      A.data[n * N + n + 1] = -im;
      A.data[(n + 1) * N + n] = im;
      A.data[(n + 1) * N + n + 1] = re;
    }
    n += w;
  });
  return { A, B };
}
