import { keeping } from "../../kit/keeping.ts";
import { denseKernel } from "../../models/s4.ts";
import { discretize } from "../../numerics/discretize.ts";
import { diagonalisation } from "../../numerics/dplr.ts";
import { legsFeedback } from "../../numerics/hippo.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import { generator } from "../../numerics/random.ts";
import { eigenOf, type Eigen } from "./eigen.ts";
import type { Setting } from "./params.ts";
import type { Time } from "./race.ts";

export interface Run {
  readonly N: number;
  /** A(κ) = A⁽ᴺ⁾ − (κ/2) B Bᵀ, and its two parts. */
  readonly A: Matrix;
  readonly normal: Matrix;
  readonly low: Matrix;
  readonly B: Float64Array;
  /** Kernels over LAGS steps at κ = 0, at the present κ, and at κ = 1. */
  readonly K: readonly [Float64Array, Float64Array, Float64Array];
  /** Where they are shown. */
  readonly eigen?: Eigen;
  /** Times measured on this machine, where the race has been run. */
  readonly times?: readonly Time[];
}

export const LAGS = 320;
/** The sizes of the curve of condition numbers. */
export const MOST_N = 64;

export function run({ show, N, kappa, dt, seed }: Setting): Run {
  const normal = legsFeedback(N, 0).A;
  const { A, B } = legsFeedback(N, kappa);
  const low = { ...A, data: A.data.map((a, i) => a - normal.data[i]!) };
  const ends = endsOf(N, dt, seed);
  const K = kappa === 0 ? ends[0] : kappa === 1 ? ends[1] : kernelAt(N, kappa, dt, rowOf(N, seed));
  const parts = { N, A, normal, low, B, K: [ends[0], K, ends[1]] } as const;
  return show === "eigen"
    ? { ...parts, eigen: eigenOf(N, kappa, dt, rowOf(N, seed), LAGS) }
    : parts;
}

/** Kernels at both ends of κ, for a slider of κ. */
const endsOf = keeping((N: number, dt: number, seed: number) => {
  const C = rowOf(N, seed);
  return [kernelAt(N, 0, dt, C), kernelAt(N, 1, dt, C)] as const;
});

/** The read-out row C: random, as before training. */
export function rowOf(N: number, seed: number): Float64Array {
  const { normal } = generator(seed);
  return Float64Array.from({ length: N }, () => normal());
}

/**
 * C Ā^l B̄ of A(κ) with the input (1 + κ)/2 · B, bilinear: ½B where the low-rank part is left out, as in S4D-LegS, and B where
 * it is all there.
 */
export function kernelAt(N: number, kappa: number, dt: number, C: Float64Array): Float64Array {
  const { A, B } = legsFeedback(N, kappa);
  const input = { rows: N, cols: 1, data: B.map((b) => (b * (1 + kappa)) / 2) };
  const bar = discretize(A, input, dt, "bilinear");
  return denseKernel(bar.A, bar.B.data, C, LAGS);
}

/** The condition number of the eigenvectors of LegS, N = 1 … MOST_N. */
export const conditions: readonly number[] = Array.from(
  { length: MOST_N },
  (_, i) => diagonalisation(i + 1).condition,
);

/** The digits that Float64 has, and what is left of them behind a change of basis. */
const DIGITS = -Math.log10(Number.EPSILON);
export const digitsLeft = (condition: number) => Math.max(0, DIGITS - Math.log10(condition));

export const rms = (a: Float64Array, b: Float64Array) =>
  Math.sqrt(a.reduce((sum, x, i) => sum + (x - b[i]!) ** 2, 0) / a.length);

/** rms of the difference of two kernels in parts of the rms of the second. */
export const share = (a: Float64Array, b: Float64Array) =>
  rms(a, b) / Math.max(1e-300, rms(b, new Float64Array(b.length)));

const size = (data: Float64Array) => Math.sqrt(data.reduce((sum, x) => sum + x * x, 0));
/** ‖low‖/‖A‖, Frobenius. */
export const lowShare = ({ A, low }: Run) => size(low.data) / size(A.data);
