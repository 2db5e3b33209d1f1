import { allFinite } from "../../numerics/allFinite.ts";
import { count, fail, vector } from "../../numerics/check.ts";
import { checkMatrix, checkSquare, type Matrix } from "../../numerics/matrix.ts";
import { checkCovariance } from "../../numerics/semidefinite.ts";

/**
 * A linear Gaussian state space model, n states and p measurements:
 * x_{t+1} = A x_t + w_t, w ~ N(0, Q); y_t = C x_t + v_t, v ~ N(0, R); x_0 ~ N(m0, P0) before y_0 is seen.
 */
export interface KalmanModel {
  /** Transition, n×n. */
  readonly A: Matrix;
  /** Measurement, p×n. */
  readonly C: Matrix;
  /** Covariance of the process noise, n×n; may be singular or zero. */
  readonly Q: Matrix;
  /** Covariance of the measurement noise, p×p; may be singular or zero as long as C P Cᵀ + R is not. */
  readonly R: Matrix;
  /** The *predicted* mean of the first state, length n. */
  readonly m0: Float64Array;
  /** The *predicted* covariance of the first state, n×n. */
  readonly P0: Matrix;
  /**
   * Directions of which nothing is known at the start: the first state has covariance P0 + κ · diffuse with κ → ∞
   * (Durbin & Koopman 2012, §5.2), n×n. Needs p = 1. Leave out for a proper start.
   */
  readonly diffuse?: Matrix;
}

/** The sizes of a model. Throws, naming the part, unless shapes fit, entries are finite and covariances are covariances. */
export function checkModel(model: KalmanModel): { n: number; p: number } {
  const { A, C, Q, R, m0, P0, diffuse } = model ?? fail("model", "a KalmanModel", model);
  const n = checkSquare("A", A);
  const p = checkMatrix("C", C, undefined, n).rows;
  checkCovariance("Q", Q, n);
  checkCovariance("R", R, p);
  vector("m0", m0, n);
  checkCovariance("P0", P0, n);
  if (diffuse !== undefined) {
    checkCovariance("diffuse", diffuse, n);
    if (p !== 1) fail("C", "of one row where the start is diffuse", `${p} rows`);
  }
  return { n, p };
}

/** Throws unless transitions, where they differ, are n×n and lead from each of L steps to the next. */
export function checkMoves(moves: readonly Matrix[] | undefined, L: number, n: number): void {
  if (!moves) return;
  if (moves.length < L - 1) fail("moves", `at least ${L - 1} transitions`, moves.length);
  const seen = new Set<Matrix>();
  for (let t = 0; t < L - 1; t++) {
    if (!seen.has(moves[t]!)) checkMatrix(`moves[${t}]`, moves[t]!, n, n);
    seen.add(moves[t]!);
  }
}

/**
 * Throws unless `y` is L×p, each row finite or, for a missing measurement, all NaN. Part of a row missing is not
 * handled: split such a measurement into time steps of its own. Returns the number of rows present.
 */
export function checkObservations(y: Matrix, p: number): number {
  if (!y || !(y.data instanceof Float64Array)) fail("y", "a Matrix { rows, cols, data }", y);
  count("y.rows", y.rows);
  if (y.cols !== p) fail("y", `a matrix of ${p} columns, as C has rows`, `${y.rows}×${y.cols}`);
  if (y.data.length !== y.rows * p)
    fail("y.data", `of length ${y.rows * p}`, `length ${y.data.length}`);
  let present = 0;
  for (let t = 0; t < y.rows; t++)
    if (!isMissing(`y[${t}]`, y.data.subarray(t * p, t * p + p))) present++;
  return present;
}

/** Whether a measurement is missing: all NaN. Throws when it is neither that nor all finite. */
export function isMissing(name: string, z: Float64Array): boolean {
  let missing = 0;
  for (let i = 0; i < z.length; i++) {
    const x = z[i]!;
    if (x - x === 0) continue;
    if (x === x) fail(name, "finite, or NaN where missing", x);
    missing++;
  }
  if (missing > 0 && missing < z.length)
    fail(name, "all finite or all NaN (a missing measurement)", `${missing} NaN of ${z.length}`);
  return missing > 0;
}

/** A univariate series as the L×1 matrix the filter takes; NaN = missing. Throws when empty or infinite. */
export function column(y: Float64Array): Matrix {
  if (!(y instanceof Float64Array)) fail("y", "a Float64Array", y);
  const matrix = { rows: count("y.length", y.length), cols: 1, data: y };
  checkObservations(matrix, 1);
  return matrix;
}

/** Row t of a matrix, as a view. */
export function rowOf(m: Matrix, t: number): Float64Array {
  return m.data.subarray(t * m.cols, (t + 1) * m.cols);
}

/** Throws where any of the numbers has left the range of Float64 (huge variances, or a model that amplifies them). */
export function checkRange(name: string, ...parts: Float64Array[]): void {
  if (!parts.every((x) => allFinite(x)))
    fail(name, "within the range of Float64", "an overflow: A, C, Q, P0 or y is too large");
}
