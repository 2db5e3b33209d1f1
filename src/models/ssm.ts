import { allFinite } from "../numerics/allFinite.ts";
import { count, fail, vector } from "../numerics/check.ts";
import { checkMatrix, checkSquare, type Matrix, zeros } from "../numerics/matrix.ts";
import { generator } from "../numerics/random.ts";
import { semidefiniteRoot } from "../numerics/semidefinite.ts";

/** A discrete linear state space model: A n×n, B n×m, C p×n, D p×m. */
export interface StateSpace {
  readonly A: Matrix;
  readonly B: Matrix;
  readonly C: Matrix;
  readonly D: Matrix;
}

/**
 * When the output reads the state. "delayed", as in control: y_t = C h_t + D u_t, then h_{t+1} = A h_t + B u_t.
 * "immediate", as in S4 and Mamba: h_t = A h_{t−1} + B u_t, then y_t = C h_t + D u_t.
 */
export type OutputTiming = "delayed" | "immediate";

/**
 * Gaussian noise on the state (v_t, covariance Q n×n) and on the output (n_t, R p×p), either of them optional. It is drawn
 * from a seed, a whole number, or from the standard normals of a seed that are at hand: equal draws give the same noise.
 */
export type Noise = { readonly Q?: Matrix; readonly R?: Matrix } & (
  | { readonly seed: number }
  | { readonly draws: Float64Array }
);

export interface SimulateOptions {
  /** The state before the first step, of length n; zeros unless given. */
  readonly h0?: Float64Array;
  /** "delayed" unless given. */
  readonly readout?: OutputTiming;
  readonly noise?: Noise;
}

export interface Simulation {
  /** L×n: h_0 … h_{L−1}, the state that the output of each step reads. */
  readonly states: Matrix;
  /** L×p. */
  readonly outputs: Matrix;
  /**
   * How many steps from the start are within the range of Float64: L, unless an unstable model outgrew it. The rows of
   * states and outputs from there on are 0, so that no NaN or infinity leaves.
   */
  readonly finite: number;
}

/**
 * Runs the model over an input u, L×m. Throws on shapes that do not fit, entries that are not finite, an unknown
 * read-out, and covariances that are not positive semidefinite. Draws come in the order v_t, n_t of each step.
 */
export function simulate(model: StateSpace, u: Matrix, options: SimulateOptions = {}): Simulation {
  const { n, p } = checkModel(model, u);
  const { A, B, C, D } = model;
  const { h0, readout = "delayed", noise } = options;
  if (readout !== "delayed" && readout !== "immediate")
    fail("readout", '"delayed" or "immediate"', readout);
  const L = u.rows;
  const h = zeros(L + 1, n);
  const y = zeros(L, p);
  if (h0) h.data.set(vector("h0", h0, n));
  const disturb = noise && disturbance(noise, n, p, L);
  const read = readout === "delayed" ? 0 : 1;
  let finite = L;
  // #region simulate
  for (let t = 0; t < L; t++) {
    combine(h, t + 1, A, h, t, B, u, t); // h_{t+1} = A h_t + B u_t
    disturb?.state(h, t + 1); // + v_t
    combine(y, t, C, h, t + read, D, u, t); // y_t = C h_t + D u_t, or C h_{t+1} + D u_t
    disturb?.output(y, t); // + n_t
    if (!(sound(h, t + read) && sound(y, t))) {
      finite = t;
      break;
    }
  }
  // #endregion
  const states = { rows: L, cols: n, data: h.data.slice(read * n, (read + L) * n) };
  states.data.fill(0, finite * n);
  y.data.fill(0, finite * p);
  return { states, outputs: y, finite };
}

/**
 * What comes out after a single 1 went in at step 0, from rest: L×(p m), with the response of output i to input j in
 * column i m + j, so that for one input and one output `outputs.data` is the convolution kernel. Delayed: D, CB, CAB, …;
 * immediate: CB + D, CAB, CA²B, … `finite` as for `simulate`.
 */
export function impulseResponse(
  model: StateSpace,
  L: number,
  readout: OutputTiming = "delayed",
): { outputs: Matrix; finite: number } {
  count("L", L);
  const m = checkMatrix("B", model.B).cols;
  const p = checkMatrix("C", model.C).rows;
  const outputs = zeros(L, p * m);
  let finite = L;
  for (let j = 0; j < m; j++) {
    const u = zeros(L, m);
    u.data[j] = 1;
    const run = simulate(model, u, { readout });
    finite = Math.min(finite, run.finite);
    run.outputs.data.forEach((value, at) => (outputs.data[at * m + j] = value));
  }
  outputs.data.fill(0, finite * p * m);
  return { outputs, finite };
}

/** Throws unless the shapes of the model fit each other, and those of `u` where given, with finite entries. */
export function checkModel({ A, B, C, D }: StateSpace, u?: Matrix) {
  const n = checkSquare("A", A);
  const m = checkMatrix("B", B, n).cols;
  const p = checkMatrix("C", C, undefined, n).rows;
  checkMatrix("D", D, p, m);
  if (u) checkMatrix("u", u, undefined, m);
  return { n, m, p };
}

/** Row `to` of Y ← M (row `from` of X) + N (row `at` of U), rows taken as columns. Y may be X. */
function combine(
  Y: Matrix,
  to: number,
  M: Matrix,
  X: Matrix,
  from: number,
  N: Matrix,
  U: Matrix,
  at: number,
): void {
  for (let i = 0; i < M.rows; i++) {
    let sum = 0;
    for (let j = 0; j < M.cols; j++) sum += M.data[i * M.cols + j]! * X.data[from * M.cols + j]!;
    for (let j = 0; j < N.cols; j++) sum += N.data[i * N.cols + j]! * U.data[at * N.cols + j]!;
    Y.data[to * M.rows + i] = sum;
  }
}

/** Whether every entry of that row is finite. */
function sound(X: Matrix, row: number): boolean {
  return allFinite(X.data, row * X.cols, (row + 1) * X.cols);
}

/** Adds a draw of v_t to a row of the states, and of n_t to a row of the outputs. */
function disturbance(noise: Noise, n: number, p: number, L: number) {
  const { Q, R } = noise;
  const wanted = L * ((Q ? n : 0) + (R ? p : 0));
  const normal = "seed" in noise ? generator(noise.seed).normal : oneByOne(noise.draws, wanted);
  return {
    state: drawer(Q && semidefiniteRoot("Q", checkMatrix("Q", Q, n, n)), normal),
    output: drawer(R && semidefiniteRoot("R", checkMatrix("R", R, p, p)), normal),
  };
}

/** Hands out numbers in their order. Throws unless there are as many as will be asked for. */
function oneByOne(draws: Float64Array, wanted: number): () => number {
  if (!(draws.length >= wanted)) fail("draws", `at least ${wanted} numbers`, draws.length);
  let next = 0;
  return () => draws[next++]!;
}

function drawer(root: Matrix | undefined, normal: () => number) {
  if (!root) return () => {};
  const size = root.rows;
  return (X: Matrix, row: number) => {
    for (let j = 0; j < size; j++) {
      const e = normal();
      for (let i = 0; i < size; i++) X.data[row * size + i]! += root.data[i * size + j]! * e;
    }
  };
}
