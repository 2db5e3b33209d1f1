import { count, fail, vector } from "../numerics/check.ts";
import { zeros } from "../numerics/matrix.ts";
import type { Matrix } from "../numerics/matrix.ts";

/** One head of Mamba-2: a scalar decay a_t a token, N states, a head of width P. Δ is already in a and x. */
export interface Ssd {
  readonly L: number;
  readonly states: number;
  readonly width: number;
  /** L: decays. */
  readonly a: Float64Array;
  /** L × states. */
  readonly B: Float64Array;
  /** L × states. */
  readonly C: Float64Array;
  /** L × width. */
  readonly x: Float64Array;
}

/**
 * h_t = a_t h_{t−1} + B_t x_tᵀ, y_t = C_tᵀ h_t; y is L × width (Mamba-2, arXiv 2405.21060, eq. 2 and §5). Work L·N·P.
 * `keep` sees the state after each step, states × width. Throws on wrong shapes, non-finite numbers and overflow.
 */
export function ssdRecurrence(s: Ssd, keep?: (h: Float64Array, t: number) => void): Float64Array {
  check(s);
  const y = new Float64Array(s.L * s.width);
  const h = new Float64Array(s.states * s.width);
  for (let t = 0; t < s.L; t++) {
    stepState(s, h, t, y);
    keep?.(h, t);
  }
  return finiteValues(y);
}

/** The matrix M with Y = M X: M_ij = C_iᵀ B_j · a_i ⋯ a_{j+1} for i ≥ j, else 0 (§3; 1-semiseparable times CBᵀ). L × L. */
export function ssdMatrix(s: Ssd): Matrix {
  check(s);
  const M = zeros(s.L, s.L);
  // #region matrix
  for (let j = 0; j < s.L; j++) {
    let decay = 1;
    for (let i = j; i < s.L; i++) {
      if (i > j) decay *= s.a[i]!;
      M.data[i * s.L + j] = decay * dot(s, i, j);
    }
  }
  // #endregion
  finiteValues(M.data);
  return M;
}

function stepState(
  { states: N, width: P, a, B, C, x }: Ssd,
  h: Float64Array,
  t: number,
  y: Float64Array,
): void {
  // #region recurrence
  for (let n = 0; n < N; n++) {
    for (let p = 0; p < P; p++) {
      const state = a[t]! * h[n * P + p]! + B[t * N + n]! * x[t * P + p]!;
      h[n * P + p] = state;
      y[t * P + p]! += C[t * N + n]! * state;
    }
  }
  // #endregion
}

/** C_iᵀ B_j. */
export function dot({ states: N, B, C }: Ssd, i: number, j: number): number {
  let sum = 0;
  for (let n = 0; n < N; n++) sum += C[i * N + n]! * B[j * N + n]!;
  return sum;
}

/** Throws on wrong shapes and non-finite numbers, by name. */
export function check(s: Ssd): void {
  count("L", s.L);
  count("states", s.states);
  count("width", s.width);
  vector("a", s.a, s.L);
  vector("B", s.B, s.L * s.states);
  vector("C", s.C, s.L * s.states);
  vector("x", s.x, s.L * s.width);
}

/** The same numbers; throws where one overflowed. */
export function finiteValues(y: Float64Array): Float64Array {
  y.forEach((v, i) => {
    if (!Number.isFinite(v)) fail(`result[${i}]`, "finite (it overflowed)", v);
  });
  return y;
}
