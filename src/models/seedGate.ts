import { fail, vector } from "../numerics/check.ts";
import { checkMatrix, checkSquare, zeros } from "../numerics/matrix.ts";
import type { Matrix } from "../numerics/matrix.ts";
import { sigmoid, silu } from "./s6Gate.ts";

/** The activations f that the seed's formula is shown with. */
export const activations = {
  relu: (x: number) => Math.max(x, 0),
  sigmoid,
  tanh: (x: number) => Math.tanh(x),
  silu,
  identity: (x: number) => x,
} as const;

/** The name of an activation. */
export type Activation = keyof typeof activations;

/** The seed's gated recurrence: A n×n, B and W n×m. */
export interface SeedGate {
  readonly A: Matrix;
  readonly B: Matrix;
  readonly W: Matrix;
  readonly f: Activation;
}

/** states and gates: L × n, each after the token of its row. */
export interface SeedGateRun {
  readonly states: Matrix;
  readonly gates: Matrix;
}

/** Where to start (n zeros by default), and gates to use in place of σ(W u) (L × n). */
export interface SeedGateOptions {
  readonly h0?: Float64Array | undefined;
  readonly gates?: Matrix | undefined;
}

/**
 * The seed's formula 3.2, h_t = f(A h_{t−1} + B u_t) ⊙ σ(W u_t), over the rows of u (L × m). It is a gated non-linear
 * RNN, not S6: here a gate at 0 erases the state (SCIENCE, section 1). Throws on wrong shapes, an unknown f and
 * where the state overflows.
 */
export function seedGate(
  model: SeedGate,
  u: Matrix,
  { h0, gates: given }: SeedGateOptions = {},
): SeedGateRun {
  const n = checkModel(model);
  checkMatrix("u", u, undefined, model.B.cols);
  if (given) checkMatrix("gates", given, u.rows, n);
  const states = zeros(u.rows, n);
  const gates = given ?? seedGates(model, u);
  let h = h0 ? vector("h0", h0, n) : new Float64Array(n);
  for (let t = 0; t < u.rows; t++) {
    h = step(model, h, rowOf(u, t), rowOf(gates, t));
    h.forEach((x, i) => {
      if (!Number.isFinite(x))
        fail(`the state h[${i}] after token ${t}`, "finite (it overflowed)", x);
    });
    states.data.set(h, t * n);
  }
  return { states, gates };
}

/** The gates σ(W u_t), L × n. Throws as `seedGate`. */
export function seedGates(model: SeedGate, u: Matrix): Matrix {
  const n = checkModel(model);
  checkMatrix("u", u, undefined, model.W.cols);
  const gates = zeros(u.rows, n);
  for (let t = 0; t < u.rows; t++) gates.data.set(times(model.W, rowOf(u, t)).map(sigmoid), t * n);
  return gates;
}

/** Whether the maps h ↦ f(A h + b) ⊙ g compose to maps of the same form, so that a parallel scan can merge them. */
export function composable(f: Activation): boolean {
  if (!Object.hasOwn(activations, f)) fail("f", `one of ${Object.keys(activations).join(", ")}`, f);
  return f === "identity";
}

/** The map h ↦ A h + b of one token; `seedMaps` are what a scan with `affineMaps` merges. */
export interface AffineMap {
  readonly A: Matrix;
  readonly b: Float64Array;
}

/** Composition of affine maps on n numbers, the earlier first: the pair operator with matrices, (A₂A₁, A₂b₁ + b₂). */
export const affineMaps = {
  combine: (earlier: AffineMap, later: AffineMap): AffineMap => {
    const product = zeros(later.A.rows, earlier.A.cols);
    for (let j = 0; j < product.cols; j++) {
      const column = earlier.A.data.filter((_, i) => i % product.cols === j);
      times(later.A, column).forEach((x, i) => (product.data[i * product.cols + j] = x));
    }
    return { A: product, b: times(later.A, earlier.b).map((x, i) => x + later.b[i]!) };
  },
};

/**
 * The maps of all tokens: A scaled row by row with the gate, b = g ⊙ B u. Throws unless f composes: with any other f
 * two steps are no step of the same form, and there is nothing that a tree could merge.
 */
export function seedMaps(
  model: SeedGate,
  u: Matrix,
  { gates: given }: SeedGateOptions = {},
): AffineMap[] {
  if (!composable(model.f))
    fail(
      "f",
      "identity (the steps of any other f do not compose, so no scan can share them out)",
      model.f,
    );
  const n = checkModel(model);
  checkMatrix("u", u, undefined, model.B.cols);
  const gates = given ? checkMatrix("gates", given, u.rows, n) : seedGates(model, u);
  return Array.from({ length: u.rows }, (_, t) => {
    const g = rowOf(gates, t);
    const A = zeros(n, n);
    A.data.set(model.A.data.map((a, i) => a * g[Math.floor(i / n)]!));
    return { A, b: times(model.B, rowOf(u, t)).map((x, i) => x * g[i]!) };
  });
}

function step(model: SeedGate, h: Float64Array, u: Float64Array, g: Float64Array): Float64Array {
  const f = activations[model.f];
  const Ah = times(model.A, h);
  const Bu = times(model.B, u);
  // #region seed-gate
  return h.map((_, i) => f(Ah[i]! + Bu[i]!) * g[i]!);
  // #endregion
}

function times(M: Matrix, x: Float64Array): Float64Array {
  const y = new Float64Array(M.rows);
  for (let i = 0; i < M.rows; i++)
    for (let j = 0; j < M.cols; j++) y[i]! += M.data[i * M.cols + j]! * x[j]!;
  return y;
}

function rowOf(M: Matrix, t: number): Float64Array {
  return M.data.subarray(t * M.cols, (t + 1) * M.cols);
}

function checkModel({ A, B, W, f }: SeedGate): number {
  composable(f);
  const n = checkSquare("A", A);
  checkMatrix("B", B, n);
  checkMatrix("W", W, n, B.cols);
  return n;
}
