import { continuous, middles, project, recallBasis } from "../../models/hippo.ts";
import { ridgeRecall } from "../../models/ridgeRecall.ts";
import { discretize } from "../../numerics/discretize.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import { legendreBasis } from "../../numerics/polynomials.ts";
import { isScaled, numbersAt, reachOf, rms, type Run } from "./compute.ts";

/** What the numbers say of the past at one moment. */
export interface Recall {
  /** The first sample of the stretch that is held, and the last. */
  readonly from: number;
  readonly to: number;
  /** The reconstruction of those samples. */
  readonly values: Float64Array;
  /** Root mean square error over the stretch, in all and reading only the first 1, 2 … N numbers. */
  readonly error: number;
  readonly byN: Float64Array;
  /** How strongly number n stands for sample from + i. */
  basis(i: number, n: number): number;
}

/** Where an overflow has begun there is nothing left to read. */
export const readable = (r: Run, t: number) => Math.floor(t) < r.memory.finite;

/** What the memory says after sample t. Only the present moment is ever worked out. */
export const recallAt = once((r, t): Recall => {
  const [from, to] = [reachOf(r, t), Math.floor(t)];
  const past = r.u.subarray(from, to + 1);
  if (isScaled(r)) return read(past, from, stretched(past.length, r.memory.cols), numbersAt(r, t));
  return read(past, from, byAge(r, 0), numbersAt(r, t), true);
});

/** The best N polynomials over the same stretch, by direct integration: what a memory without a rule's error would say. */
export const directAt = once((r, t): Recall => {
  const from = reachOf(r, t);
  const past = r.u.subarray(from, Math.floor(t) + 1);
  const N = r.memory.cols;
  return read(past, from, stretched(past.length, N), project(past, N));
});

const stretched = (samples: number, N: number) => legendreBasis(N, middles(samples));

/** Row i is the basis at the sample i steps old: the same at every moment for a law that does not change with time. */
const byAge = once((r): Matrix => {
  const N = r.memory.cols;
  const L = r.u.length;
  if (r.measure !== "random") {
    const rows = L - reachOf(r, L - 1);
    return recallBasis(N, ages(rows, r.theta), r.measure);
  }
  const { A, B } = continuous("random", N, r.seed);
  const rule = r.rule === "exact" ? "zoh" : r.rule;
  const bar = discretize(A, { rows: N, cols: 1, data: B }, 1 / r.theta, rule);
  return ridgeRecall(bar.A, bar.B.data, L);
});

/** How long ago the middles of the last samples are, in units of theta. */
const ages = (rows: number, theta: number) =>
  Float64Array.from({ length: rows }, (_, i) => (i + 0.5) / theta);

function read(
  past: Float64Array,
  from: number,
  { data }: Matrix,
  c: Float64Array,
  newestFirst = false,
): Recall {
  const [rows, N] = [past.length, c.length];
  const row = newestFirst ? (i: number) => (rows - 1 - i) * N : (i: number) => i * N;
  const values = new Float64Array(rows);
  const squares = new Float64Array(N);
  for (let i = 0; i < rows; i++) {
    const at = row(i);
    let sum = 0;
    for (let n = 0; n < N; n++) {
      sum += c[n]! * data[at + n]!;
      squares[n]! += (sum - past[i]!) ** 2;
    }
    values[i] = sum;
  }
  const byN = squares.map((x) => Math.sqrt(x / rows));
  return {
    from,
    to: from + rows - 1,
    values,
    error: byN[N - 1]!,
    byN,
    basis: (i, n) => data[row(i) + n]!,
  };
}

/** The error as a share of what there is to hold; no number where that is nothing. */
export function missed(r: Run, { from, to, error }: Recall): number {
  const size = rms(r.u.subarray(from, to + 1));
  return size === 0 ? NaN : error / size;
}

/** Remembers the last answer of each run: readouts, caption and picture ask the same question in one frame. */
function once<T>(answer: (r: Run, t: number) => T): (r: Run, t: number) => T {
  const known = new WeakMap<Run, { t: number; value: T }>();
  return (r, at) => {
    const t = Math.floor(at);
    const last = known.get(r);
    if (last?.t === t) return last.value;
    const value = answer(r, t);
    known.set(r, { t, value });
    return value;
  };
}
