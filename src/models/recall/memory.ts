import { count, fail, finite, positive, vector } from "../../numerics/check.ts";
import { discretize } from "../../numerics/discretize.ts";
import { eigenvalues } from "../../numerics/eigen.ts";
import { legt } from "../../numerics/hippo.ts";
import { legsStep } from "../../numerics/legsStep.ts";
import { zeros, type Matrix } from "../../numerics/matrix.ts";
import { generator } from "../../numerics/random.ts";
import { gatedStep } from "../s6Gate.ts";
import * as s4d from "../s4d.ts";

/**
 * What may hold a signal in N numbers: `legt`, `legs` HiPPO's (LegS without 1/t, as in S4), `lin` S4D-Lin, `random` a linear
 * memory with a random matrix, `rnn` the same matrix with tanh, `shift` the last N inputs themselves, `gate` N gates
 * h ← (1 − g) h + g u that nothing opens or closes: leaky averages.
 */
export type MemoryId = "legt" | "legs" | "lin" | "random" | "rnn" | "shift" | "gate";
export const memoryIds: readonly MemoryId[] = [
  "legt",
  "legs",
  "lin",
  "random",
  "rnn",
  "shift",
  "gate",
];

export interface MemorySetting {
  /** How many real numbers; even for `lin`. */
  readonly N: number;
  /** Unit of time of legt, legs, lin and the slowest gate, in steps. */
  readonly theta: number;
  /** Spectral radius of the matrix of `random` and `rnn`. */
  readonly rho: number;
  /** Size of the input weights of `random` and `rnn`. */
  readonly gain: number;
  readonly seed: number;
}

export interface HoldingMemory {
  readonly id: MemoryId;
  readonly N: number;
  /** Whether the state is a linear function of the inputs. */
  readonly linear: boolean;
  /** The states after each input, L×N, from rest. */
  run(u: Float64Array): Matrix;
}

/** One step in place: h takes in u. */
type Step = (h: Float64Array, u: number) => void;

// #region memory
/** The memory of that name. Throws on an odd N for `lin`, and on settings that are no sizes. */
export function memory(id: MemoryId, s: MemorySetting): HoldingMemory {
  const start = starter(id, s);
  const run = (u: Float64Array) => {
    const states = zeros(count("the length of u", vector("u", u).length), s.N);
    const step = start();
    const h = new Float64Array(s.N);
    for (let t = 0; t < u.length; t++) {
      step(h, u[t]!);
      states.data.set(h, t * s.N);
    }
    return states;
  };
  return { id, N: s.N, linear: id !== "rnn", run };
}
// #endregion

/** A and B of a linear memory, h ← A h + B u, as rows; undefined where tanh stands in between, or the state is complex. */
export function matricesOf(id: MemoryId, s: MemorySetting) {
  if (id === "rnn" || id === "lin") return undefined;
  const step = starter(id, s);
  const after = (h: Float64Array, u: number) => {
    step()(h, u);
    return h;
  };
  const unit = (k: number) => Float64Array.from({ length: s.N }, (_, i) => (i === k ? 1 : 0));
  const columns = Array.from({ length: s.N }, (_, k) => after(unit(k), 0));
  const B = after(new Float64Array(s.N), 1);
  return {
    A: Array.from(B, (_, n) => columns.map((column) => column[n]!)),
    B: Array.from(B, (b) => [b]),
  };
}

/** What makes a fresh step: S4D keeps its complex state to itself. */
function starter(id: MemoryId, s: MemorySetting): () => Step {
  const N = count("N", s.N);
  positive("theta", s.theta);
  switch (id) {
    case "shift":
      return () => (h, u) => {
        h.copyWithin(1, 0, N - 1);
        h[0] = u;
      };
    case "legs": {
      const { gbt } = legsStep(N);
      return () => (h, u) => gbt(h, u, 2 / s.theta, 0.5);
    }
    case "legt": {
      const { A, B } = legt(N, s.theta);
      const bar = discretize(A, { rows: N, cols: 1, data: B }, 1, "bilinear");
      return () => matrixStep(bar.A.data, bar.B.data);
    }
    case "lin":
      return () => diagonalStep(N, s.theta);
    case "gate": {
      const g = gates(N, s.theta);
      return () => (h, u) => {
        for (let i = 0; i < N; i++) h[i] = gatedStep(h[i]!, g[i]!, u);
      };
    }
    case "random":
    case "rnn": {
      const { W, U } = network(s);
      const squash = id === "rnn" ? Math.tanh : undefined;
      return () => matrixStep(W.data, U, squash);
    }
    default:
      return fail("id", memoryIds.join(", "), id);
  }
}

/** h ← f(A h + B u), f the identity where there is none. */
function matrixStep(A: Float64Array, B: Float64Array, f?: (x: number) => number): Step {
  const N = B.length;
  const next = new Float64Array(N);
  return (h, u) => {
    for (let n = 0; n < N; n++) {
      let [even, odd] = [B[n]! * u, 0];
      const row = n * N;
      for (let k = 0; k + 1 < N; k += 2) {
        even += A[row + k]! * h[k]!;
        odd += A[row + k + 1]! * h[k + 1]!;
      }
      if (N % 2 === 1) even += A[row + N - 1]! * h[N - 1]!;
      next[n] = f ? f(even + odd) : even + odd;
    }
    h.set(next);
  };
}

/** S4D-Lin with real and imaginary parts side by side. */
function diagonalStep(N: number, theta: number): Step {
  if (N % 2 === 1) fail("N", "even", N);
  const half = N / 2;
  const C = { re: new Float64Array(half), im: new Float64Array(half) };
  const { state, step } = s4d.recurrent(s4d.lin(half), C, 2 / theta);
  return (h, u) => {
    step(u);
    for (let n = 0; n < half; n++) {
      h[2 * n] = state.re[n]!;
      h[2 * n + 1] = state.im[n]!;
    }
  };
}

/** N gates that stand still, with half-lives from one step to theta, evenly spaced by ratio. */
export function gates(N: number, theta: number): Float64Array {
  return Float64Array.from({ length: count("N", N) }, (_, i) => {
    const half = Math.max(1, theta) ** (N === 1 ? 1 : i / (N - 1));
    return 1 - 2 ** (-1 / half);
  });
}

/** W (N×N) of independent normal entries, scaled to the spectral radius rho; U and V weigh the input and a mark. */
export interface Network {
  readonly W: Matrix;
  readonly U: Float64Array;
  readonly V: Float64Array;
}

/** Largest |eigenvalue| of the last few drawings: it does not change while rho and gain do. */
const radii = new Map<string, number>();

// #region network
/** The random network of a seed: the same for `random`, which is linear, and `rnn`, which has tanh. */
export function network({ N, rho, gain, seed }: MemorySetting): Network {
  const { normal } = generator(seed);
  const W = zeros(count("N", N), N);
  for (let i = 0; i < N * N; i++) W.data[i] = normal();
  const U = Float64Array.from({ length: N }, () => finite("gain", gain) * normal());
  const V = Float64Array.from({ length: N }, () => gain * normal());
  const size = finite("rho", rho) / radiusOf(W, `${N} ${seed}`);
  for (let i = 0; i < N * N; i++) W.data[i]! *= size;
  return { W, U, V };
}
// #endregion

function radiusOf(W: Matrix, key: string): number {
  let radius = radii.get(key);
  if (radius === undefined) {
    const { re, im } = eigenvalues(W);
    radius = re.reduce((most, x, i) => Math.max(most, Math.hypot(x, im[i]!)), 0);
    if (radii.size > 64) radii.clear();
    radii.set(key, radius);
  }
  return radius;
}
