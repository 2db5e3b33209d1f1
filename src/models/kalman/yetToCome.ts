import type { Matrix } from "../../numerics/matrix.ts";
import { semidefiniteRoot } from "../../numerics/semidefinite.ts";
import { covarianceBefore, smootherGain } from "./backStep.ts";
import { forward } from "./kernels.ts";
import type { KalmanModel } from "./model.ts";

/** Walking back through a series: the smoothed covariance of each state, from what is measured after it. */
export interface YetToCome {
  /** From P filtered at a step, P₊ predicted from it and the smoothed one after it. */
  covariance(P: Matrix, predicted: Matrix, later: Matrix): Matrix;
  /** Takes in a measurement with noise of covariance R. */
  takeIn(R: Matrix): void;
  /** From the state after a transition A to the state before it. */
  pullBack(A: Matrix): void;
}

/**
 * The information of the measurements yet to come as a root J, JᵀJ = Σ, n×n and upper triangular, so that the smoothed
 * covariance (P⁻¹ + JᵀJ)⁻¹ = W (I + WᵀJᵀJW)⁻¹ Wᵀ, P = W Wᵀ, is a square: no start is too wide for it, no P too near to
 * singular. Where R is singular a measurement's information has no bounds; covariances then step back one from the other.
 * Source: Bierman, Factorization Methods for Discrete Sequential Estimation (1977), ch. X.
 */
export function yetToCome(model: KalmanModel, noises: readonly Matrix[] = [model.R]): YetToCome {
  const { C } = model;
  const [n, p] = [C.cols, C.rows];
  const [J, U] = [new Float64Array(n * n), new Float64Array(p * p)];
  if (!noises.every((R) => isDefinite(U, R.data, p))) return stepByStep(model);
  const V = columnsOf(semidefiniteRoot("Q", model.Q));
  const q = V.length;
  const T = new Float64Array((q + n) ** 2);
  const [root, W] = [new Float64Array(n * n), new Float64Array(n * n)];
  const column = new Float64Array(p);
  return {
    covariance({ data: P }) {
      if (isDefinite(root, P, n))
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++) W[i * n + j] = j <= i ? root[i * n + j]! : 0;
      else W.set(semidefiniteRoot("P filtered", { rows: n, cols: n, data: P }).data);
      root.fill(0);
      for (let i = 0; i < n; i++) root[i * n + i] = 1;
      for (let i = 0; i < n; i++) {
        const row = new Float64Array(n);
        for (let k = i; k < n; k++)
          for (let j = 0; j < n; j++) row[j]! += J[i * n + k]! * W[k * n + j]!;
        insert(root, n, row);
      }
      for (let i = 0; i < n; i++) divide(W.subarray(i * n, i * n + n), root, n); // W ← W T⁻¹
      return { rows: n, cols: n, data: outer(W, n) };
    },
    takeIn(R) {
      isDefinite(U, R.data, p); // U Uᵀ = R
      const rows = Array.from({ length: p }, () => new Float64Array(n));
      for (let j = 0; j < n; j++) {
        for (let k = 0; k < p; k++) column[k] = C.data[k * n + j]!;
        forward(U, column, p);
        rows.forEach((row, k) => (row[j] = column[k]!));
      }
      for (const row of rows) insert(J, n, row);
    },
    pullBack(A) {
      T.fill(0);
      for (let k = 0; k < q; k++) T[k * (q + n) + k] = 1;
      for (let i = 0; i < n; i++) {
        const row = new Float64Array(q + n);
        for (let k = i; k < n; k++) {
          const x = J[i * n + k]!;
          if (x === 0) continue;
          for (let j = 0; j < q; j++) row[j]! += x * V[j]![k]!;
          for (let j = 0; j < n; j++) row[q + j]! += x * A.data[k * n + j]!;
        }
        insert(T, q + n, row);
      }
      for (let i = 0; i < n; i++)
        J.set(T.subarray((q + i) * (q + n) + q, (q + i + 1) * (q + n)), i * n);
    },
  };
}

function stepByStep(model: KalmanModel): YetToCome {
  let { A } = model;
  return {
    covariance: (P, predicted, later) =>
      covarianceBefore({ ...model, A }, P, smootherGain(A, P, predicted), later),
    takeIn: () => undefined,
    pullBack: (through) => {
      A = through;
    },
  };
}

/** One more row to an upper triangular T, N×N, by Givens rotations: TᵀT grows by rowᵀ row. Uses the row up. */
function insert(T: Float64Array, N: number, row: Float64Array): void {
  for (let k = 0; k < N; k++) {
    if (row[k] === 0) continue;
    const r = Math.hypot(T[k * N + k]!, row[k]!);
    const [c, s] = [T[k * N + k]! / r, row[k]! / r];
    for (let j = k; j < N; j++) {
      const [above, below] = [T[k * N + j]!, row[j]!];
      T[k * N + j] = c * above + s * below;
      row[j] = c * below - s * above;
    }
    row[k] = 0;
  }
}

/** row ← row T⁻¹ for an upper triangular T. */
function divide(row: Float64Array, T: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) {
    let sum = row[j]!;
    for (let k = 0; k < j; k++) sum -= row[k]! * T[k * n + j]!;
    row[j] = sum / T[j * n + j]!;
  }
}

/** Whether S, n×n, is positive definite beyond rounding; U is then its lower Cholesky factor. */
function isDefinite(U: Float64Array, S: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = S[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= U[i * n + k]! * U[j * n + k]!;
      if (i !== j) U[i * n + j] = sum / U[j * n + j]!;
      else if (sum > 16 * n * Number.EPSILON * S[i * n + i]!) U[i * n + i] = Math.sqrt(sum);
      else return false;
    }
  return true;
}

/** W Wᵀ, exactly symmetric. */
function outer(W: Float64Array, n: number): Float64Array {
  const data = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += W[i * n + k]! * W[j * n + k]!;
      data[i * n + j] = data[j * n + i] = sum;
    }
  return data;
}

/** The columns of a matrix that are not 0. */
function columnsOf({ rows, cols, data }: Matrix): Float64Array[] {
  const columns = Array.from({ length: cols }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => data[i * cols + j]!),
  );
  return columns.filter((column) => column.some((x) => x !== 0));
}
