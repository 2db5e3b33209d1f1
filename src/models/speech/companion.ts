import { count } from "../../numerics/check.ts";
import type { Autoregression } from "./ar.ts";

/**
 * The Kalman filter of an autoregressive model in white noise, y_t = s_t + n_t, in its companion form: the state is the last
 * p samples (s_t, …, s_{t−p+1}); A has the coefficients in its first row and moves the others down by one. What the general
 * filter (`kalman/filter`) does in O(p³) a sample takes O(p²) here; both give the same numbers. Flat arrays, row-major.
 * Source: Paliwal & Basu, A speech enhancement method based on Kalman filtering, Proc. ICASSP (1987), 177–180.
 */
export interface Companion {
  readonly p: number;
  /** The mean of the state, length p. */
  readonly x: Float64Array;
  /** Its covariance, p×p. */
  readonly P: Float64Array;
  /** Buffer. */
  readonly c: Float64Array;
}

/** A filter before the first sample: it knows that there was silence. */
export const startCompanion = (p: number): Companion => ({
  p: count("p", p),
  x: new Float64Array(p),
  P: new Float64Array(p * p),
  c: new Float64Array(p),
});

/** What a filter met in a block of samples: enough to walk back through it. */
export interface Trail {
  length: number;
  model: Autoregression;
  /** Predicted sample, innovation e_t and its variance S_t. */
  readonly predicted: Float64Array;
  readonly e: Float64Array;
  readonly S: Float64Array;
  /** First row of the predicted covariance, p numbers a sample. */
  readonly row: Float64Array;
}

/** Room for the trail through `block` samples. */
export const trailOf = (block: number, p: number): Trail => ({
  length: 0,
  model: { a: new Float64Array(p), q: 0 },
  predicted: new Float64Array(block),
  e: new Float64Array(block),
  S: new Float64Array(block),
  row: new Float64Array(block * p),
});

/** Where a block's estimates go, by index of the whole series. */
export interface Estimates {
  readonly s: Float64Array;
  /** What the filter thinks its squared error is. */
  readonly variance?: Float64Array;
}

/** x ← A x, P ← A P Aᵀ + q at the corner: each row and column moves down by one, and the oldest sample leaves. */
export function predict({ p, x, P, c }: Companion, { a, q }: Autoregression): void {
  let mean = 0;
  let corner = q;
  for (let j = 0; j < p; j++) {
    let sum = 0;
    const row = j * p; // P is symmetric: its row is read for its column
    for (let k = 0; k < p; k++) sum += a[k]! * P[row + k]!;
    c[j] = sum;
    corner += a[j]! * sum;
    mean += a[j]! * x[j]!;
  }
  for (let i = p * p - 1; i > p; i--) P[i] = P[i - p - 1]!;
  for (let i = p - 1; i > 0; i--) {
    x[i] = x[i - 1]!;
    P[i] = P[i * p] = c[i - 1]!;
  }
  x[0] = mean;
  P[0] = Math.max(0, corner);
}

/** Takes in an innovation e of variance S: K = P Cᵀ / S, x ← x + K e, P ← P − K S Kᵀ. */
export function update({ p, x, P, c }: Companion, e: number, S: number, R: number): void {
  for (let j = 0; j < p; j++) {
    c[j] = P[j]! / S;
    x[j]! += c[j]! * e;
  }
  for (let i = 1; i < p; i++) {
    const pi = P[i]!;
    for (let j = 1; j < p; j++) P[i * p + j]! -= pi * c[j]!;
  }
  const left = R / S; // what is left of the first row, without a difference that would round
  for (let j = 0; j < p; j++) P[j] = P[j * p] = P[j]! * left;
}

/**
 * Takes in samples from … to − 1 of y, with noise of variance R, under one model; writes the newest sample of the filtered
 * state and, where there is room for them, its variance and the trail.
 */
export function filterBlock(
  filter: Companion,
  model: Autoregression,
  R: number,
  y: Float64Array,
  [from, to]: readonly [number, number],
  out: Estimates,
  trail?: Trail,
): void {
  const { x, P } = filter;
  if (trail) {
    trail.length = to - from;
    trail.model = model;
  }
  for (let t = from; t < to; t++) {
    // #region step
    predict(filter, model);
    const S = P[0]! + R;
    const e = y[t]! - x[0]!;
    if (trail) record(trail, t - from, filter, e, S);
    if (S > 0) update(filter, e, S, R); // else all is known already
    // #endregion
    out.s[t] = x[0]!;
    if (out.variance) out.variance[t] = P[0]!;
  }
}

function record(trail: Trail, i: number, { p, x, P }: Companion, e: number, S: number): void {
  trail.predicted[i] = x[0]!;
  trail.e[i] = e;
  trail.S[i] = S;
  for (let j = 0, at = i * p; j < p; j++, at++) trail.row[at] = P[j]!;
}
