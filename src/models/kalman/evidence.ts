import {
  add,
  matvec,
  multiply,
  outer,
  scale,
  subtract,
  symmetrise,
  transpose,
} from "../../numerics/linalg.ts";
import { identity, type Matrix, zeros } from "../../numerics/matrix.ts";
import { cholesky, choleskySolve } from "../../numerics/solve.ts";
import type { FilterResult } from "./filter.ts";
import { type KalmanModel, rowOf } from "./model.ts";
import { diffuseVariance } from "./step.ts";

/**
 * What later measurements say of a state: the slope r and the curvature −N of their log-density. A belief N(x, P) becomes
 * x + P r with covariance P − P N P. While the start is still diffuse both are powers of 1/κ: r + r1/κ, N + N1/κ + N2/κ².
 */
export interface Evidence {
  r: Float64Array;
  N: Matrix;
  diffuse?: { r1: Float64Array; N1: Matrix; N2: Matrix };
}

/** After the last measurement: nothing more is said. */
export function noEvidence(n: number): Evidence {
  return { r: new Float64Array(n), N: zeros(n, n) };
}

/** Through x ↦ M x: what is said of M x, said of x. r ← Mᵀ r, N ← Mᵀ N M. */
export function pullBack(M: Matrix, { r, N, diffuse }: Evidence): Evidence {
  const T = transpose(M);
  const around = (X: Matrix) => congruence(T, X);
  if (!diffuse) return { r: matvec(T, r), N: around(N) };
  const { r1, N1, N2 } = diffuse;
  return {
    r: matvec(T, r),
    N: around(N),
    diffuse: { r1: matvec(T, r1), N1: around(N1), N2: around(N2) },
  };
}

/**
 * Takes in the measurement of step t itself: r ← Cᵀ S⁻¹ y + Lᵀ r, N ← Cᵀ S⁻¹ C + Lᵀ N L, with L = I − K C (Durbin & Koopman
 * 2012, eqs. 4.39 and 4.42). A missing one changes nothing.
 */
export function takeIn(model: KalmanModel, filtered: FilterResult, t: number, after: Evidence) {
  const { C } = model;
  const y = rowOf(filtered.innovations, t);
  if (Number.isNaN(y[0])) return after;
  const Pinf = filtered.diffuseCov[t];
  const settled = Pinf && takeInDiffuse(C, Pinf, filtered, t, after);
  if (settled) return settled;
  const U = cholesky(filtered.innovationCov[t]!);
  const back = pullBack(less(filtered.gains[t]!, C), after);
  const column = { rows: y.length, cols: 1, data: y };
  const Ct = transpose(C);
  const slope = multiply(Ct, choleskySolve(U, column)).data;
  return {
    ...back,
    r: plus(back.r, slope, 1),
    N: add(back.N, symmetrise(multiply(Ct, choleskySolve(U, C)))),
  };
}

/**
 * The same to the first powers of 1/κ, where F∞ = C P∞ Cᵀ > 0; undefined where F∞ = 0. (Durbin & Koopman 2012, §5.3, the
 * update kept apart from the transition.)
 */
function takeInDiffuse(
  C: Matrix,
  Pinf: Matrix,
  filtered: FilterResult,
  t: number,
  after: Evidence,
): Evidence | undefined {
  const Finf = diffuseVariance(C.data, Pinf.data, C.cols, new Float64Array(C.cols));
  if (Finf === 0) return undefined;
  const { r1, N1, N2 } = after.diffuse ?? noDiffuse(C.cols);
  const y = filtered.innovations.data[t]!;
  const F = filtered.innovationCov[t]!.data[0]!;
  const K0 = filtered.gains[t]!;
  const PCt = multiply(filtered.predictedCov[t]!, transpose(C));
  const K1 = subtract(scale(PCt, 1 / Finf), scale(K0, F / Finf));
  const L0 = less(K0, C);
  const L1t = transpose(scale(multiply(K1, C), -1));
  const cross = (N: Matrix) => {
    const half = multiply(multiply(L1t, N), L0);
    return add(half, transpose(half));
  };
  const back = pullBack(L0, { ...after, diffuse: { r1, N1, N2 } });
  const next = back.diffuse!;
  const CC = outer(C.data, C.data);
  const second = add(cross(N1), congruence(L1t, after.N));
  return {
    r: back.r,
    N: back.N,
    diffuse: {
      r1: plus(plus(next.r1, matvec(L1t, after.r), 1), C.data, y / Finf),
      N1: add(add(next.N1, cross(after.N)), scale(CC, 1 / Finf)),
      N2: add(add(next.N2, second), scale(CC, -F / Finf / Finf)),
    },
  };
}

/**
 * The belief N(x, P + κ P∞), κ → ∞, in the light of the evidence: changes x, returns the covariance (Durbin & Koopman 2012,
 * eqs. 5.20 and 5.24).
 */
export function reviseDiffuse(
  x: Float64Array,
  P: Matrix,
  Pinf: Matrix,
  evidence: Evidence,
): Matrix {
  const { r1, N1, N2 } = evidence.diffuse ?? noDiffuse(x.length);
  const [pull, first] = [matvec(Pinf, r1), matvec(P, evidence.r)];
  for (let i = 0; i < x.length; i++) x[i]! += first[i]! + pull[i]!;
  const proper = subtract(P, congruence(P, evidence.N));
  const mixed = multiply(multiply(Pinf, N1), P);
  const removed = add(add(mixed, transpose(mixed)), congruence(Pinf, N2));
  return symmetrise(subtract(proper, removed));
}

/** M X Mᵀ for a symmetric X, exactly symmetric. */
export function congruence(M: Matrix, X: Matrix): Matrix {
  return symmetrise(multiply(multiply(M, X), transpose(M)));
}

function noDiffuse(n: number) {
  return { r1: new Float64Array(n), N1: zeros(n, n), N2: zeros(n, n) };
}

function less(K: Matrix, C: Matrix): Matrix {
  return subtract(identity(K.rows), multiply(K, C));
}

function plus(x: Float64Array, y: Float64Array, factor: number): Float64Array {
  return x.map((xi, i) => xi + factor * y[i]!);
}
