import { fail } from "../../numerics/check.ts";
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
import type { FilterResult } from "./filter.ts";
import { type KalmanModel, rowOf } from "./model.ts";
import type { SmoothResult } from "./smoother.ts";
import { diffuseVariance } from "./step.ts";

/** What later measurements say of a state, as powers of 1/κ: r = r0 + r1/κ, N = N0 + N1/κ + N2/κ². */
interface Evidence {
  r0: Float64Array;
  r1: Float64Array;
  N0: Matrix;
  N1: Matrix;
  N2: Matrix;
}

/**
 * The exact fixed-interval smoother of a univariate series with a diffuse start: Durbin & Koopman 2012, §4.4 and
 * §5.3, with update and transition as separate steps. `filtered` comes from the same model. Throws when the
 * series left a direction unknown to its end.
 */
export function smoothDiffuse(model: KalmanModel, filtered: FilterResult): SmoothResult {
  const { A, C } = model;
  const L = filtered.filteredMean.rows;
  const n = A.rows;
  if (filtered.diffuseLeft > 0)
    fail("y", "long enough to settle every diffuse direction of the start", `${L} rows`);
  const mean = zeros(L, n);
  const cov: Matrix[] = [];
  let back: Evidence = {
    r0: new Float64Array(n),
    r1: new Float64Array(n),
    N0: zeros(n, n),
    N1: zeros(n, n),
    N2: zeros(n, n),
  };
  for (let t = L - 1; t >= 0; t--) {
    if (t < L - 1) back = pullBack(transpose(A), back);
    const v = filtered.innovations.data[t]!;
    const Pinf = filtered.diffuseCov[t];
    if (!Number.isNaN(v))
      back =
        (Pinf && diffuseUpdate(C, Pinf, filtered, t, back)) ?? properUpdate(C, filtered, t, back);
    rowOf(mean, t).set(rowOf(filtered.predictedMean, t));
    cov.push(smoothedMoments(rowOf(mean, t), filtered.predictedCov[t]!, Pinf, back));
  }
  return { mean, cov: cov.toReversed(), logLikelihood: filtered.logLikelihood };
}

/** r ← M r, N ← M N Mᵀ in every power, for the transpose M of the step the state took. */
function pullBack(M: Matrix, { r0, r1, N0, N1, N2 }: Evidence): Evidence {
  const around = (N: Matrix) => symmetrise(multiply(multiply(M, N), transpose(M)));
  return {
    r0: matvec(M, r0),
    r1: matvec(M, r1),
    N0: around(N0),
    N1: around(N1),
    N2: around(N2),
  };
}

/** r ← Cᵀ v/F + Lᵀ r, N ← Cᵀ C/F + Lᵀ N L, with L = I − K C. */
function properUpdate(C: Matrix, filtered: FilterResult, t: number, back: Evidence): Evidence {
  const F = filtered.innovationCov[t]!.data[0]!;
  const v = filtered.innovations.data[t]!;
  const next = pullBack(transpose(less(filtered.gains[t]!, C)), back);
  next.r0 = plus(next.r0, C.data, v / F);
  next.N0 = add(
    next.N0,
    outer(
      C.data,
      C.data.map((c) => c / F),
    ),
  );
  return next;
}

/** The same to the first powers of 1/κ where F∞ > 0 (their equations 5.12–5.17); undefined where F∞ = 0. */
function diffuseUpdate(
  C: Matrix,
  Pinf: Matrix,
  filtered: FilterResult,
  t: number,
  back: Evidence,
): Evidence | undefined {
  const Finf = diffuseVariance(C.data, Pinf.data, C.cols, new Float64Array(C.cols));
  if (Finf === 0) return undefined;
  const v = filtered.innovations.data[t]!;
  const K0 = filtered.gains[t]!;
  const F = filtered.innovationCov[t]!.data[0]!;
  const K1 = subtract(
    scale(multiply(filtered.predictedCov[t]!, transpose(C)), 1 / Finf),
    scale(K0, F / Finf),
  );
  const L0t = transpose(less(K0, C));
  const L1t = transpose(scale(multiply(K1, C), -1));
  const next = pullBack(L0t, back);
  const cross = (N: Matrix) => {
    const half = multiply(multiply(L1t, N), transpose(L0t));
    return add(half, transpose(half));
  };
  const CC = outer(C.data, C.data);
  next.r1 = plus(plus(next.r1, matvec(L1t, back.r0), 1), C.data, v / Finf);
  next.N1 = add(add(next.N1, cross(back.N0)), scale(CC, 1 / Finf));
  const second = multiply(multiply(L1t, back.N0), transpose(L1t));
  next.N2 = add(add(next.N2, cross(back.N1)), add(second, scale(CC, -F / Finf / Finf)));
  return next;
}

/** x ← x + P r0 + P∞ r1, and the covariance P − P N0 P − (P∞ N1 P)ˢ − P∞ N2 P∞ (their 5.20 and 5.24). */
function smoothedMoments(
  x: Float64Array,
  P: Matrix,
  Pinf: Matrix | undefined,
  back: Evidence,
): Matrix {
  const pull = matvec(P, back.r0);
  let V = subtract(P, multiply(multiply(P, back.N0), P));
  if (Pinf) {
    const far = matvec(Pinf, back.r1);
    const mixed = multiply(multiply(Pinf, back.N1), P);
    V = subtract(subtract(V, mixed), transpose(mixed));
    V = subtract(V, multiply(multiply(Pinf, back.N2), Pinf));
    for (let i = 0; i < x.length; i++) pull[i]! += far[i]!;
  }
  for (let i = 0; i < x.length; i++) x[i]! += pull[i]!;
  return symmetrise(V);
}

function less(K: Matrix, C: Matrix): Matrix {
  return subtract(identity(K.rows), multiply(K, C));
}

function plus(x: Float64Array, y: Float64Array, factor: number): Float64Array {
  return x.map((xi, i) => xi + factor * y[i]!);
}
