import { count } from "./check.ts";
import { Tape } from "./scanTrace.ts";
import type { Associative, Monoid, Scanned } from "./scanTrace.ts";

/** The map h ↦ a·h + b as the pair [a, b]. */
export type Pair = readonly [a: number, b: number];

/** Composition of maps h ↦ a·h + b, the earlier one first: associative, not commutative (Mamba §3.3.2; SSMScanOp). */
export const pairs: Monoid<Pair> = {
  identity: [1, 0],
  // #region combine
  combine: ([a1, b1], [a2, b2]) => [a2 * a1, a2 * b1 + b2],
  // #endregion
};

/** Whether a scan keeps the record of its steps. */
export interface ScanOptions {
  readonly trace?: boolean;
}

/** Inclusive prefixes one after the other. Work n − 1, depth n − 1. Throws on an empty array. */
export function sequentialScan<T>(
  xs: readonly T[],
  op: Associative<T>,
  { trace = false }: ScanOptions = {},
): Scanned<T> {
  const tape = new Tape(xs, op, trace);
  // #region sequential
  for (let i = 1; i < xs.length; i++) {
    tape.level("walk");
    tape.combine(i - 1, i, i);
  }
  // #endregion
  return tape.finish();
}

/**
 * Inclusive prefixes after Hillis & Steele (CACM 29, 1986): few levels, much work. With d = ⌈log₂ n⌉: depth d,
 * work n·d − (2^d − 1), for every n. Throws on an empty array.
 */
export function hillisSteele<T>(
  xs: readonly T[],
  op: Associative<T>,
  { trace = false }: ScanOptions = {},
): Scanned<T> {
  const tape = new Tape(xs, op, trace);
  // #region hillis-steele
  for (let gap = 1; gap < xs.length; gap *= 2) {
    tape.level("sweep");
    for (let i = gap; i < xs.length; i++) tape.combine(i - gap, i, i);
  }
  // #endregion
  return tape.finish();
}

/**
 * Prefixes after Blelloch (CMU-CS-90-190): exclusive, so result i covers elements 0 … i−1 and result 0 is the
 * identity; `inclusive` combines each with its own element at the end. An n that is no power of two prunes the tree:
 * a subtree without elements costs nothing. With d = ⌈log₂ n⌉: work 2(n − 1), depth 2d, for every n; inclusive + n
 * and + 1. Throws on an empty array and without op.identity.
 */
export function blelloch<T>(
  xs: readonly T[],
  op: Monoid<T>,
  { trace = false, inclusive = false }: ScanOptions & { readonly inclusive?: boolean } = {},
): Scanned<T> {
  const tape = new Tape(xs, op, trace);
  const n = xs.length;
  const size = 2 ** ceilLog2(n);
  if (inclusive) {
    tape.level("keep");
    for (let i = 0; i < n; i++) tape.copy(i, size + i);
  }
  // #region blelloch
  for (let gap = 1; gap < size; gap *= 2) {
    tape.level("up");
    for (let right = 2 * gap - 1; right - 2 * gap + 1 < n; right += 2 * gap) {
      const left = right - gap;
      if (left + 1 < n) tape.combine(left, right, right);
      else tape.copy(left, right);
    }
  }
  tape.level("clear");
  tape.identity(size - 1);
  for (let gap = size / 2; gap >= 1; gap /= 2) {
    tape.level("down");
    for (let right = 2 * gap - 1; right - 2 * gap + 1 < n; right += 2 * gap) {
      const left = right - gap;
      tape.copy(right, left); // what comes before the parent comes before its left child,
      if (left + 1 < n) tape.combine(right, left, right); // and before its right child, then the left one
    }
  }
  // #endregion
  if (inclusive) {
    tape.level("output");
    for (let i = 0; i < n; i++) tape.combine(i, size + i, i);
  }
  return tape.finish();
}

/**
 * Inclusive prefixes by chunks, all chunks at once: reduce each, carry the totals along, scan each from its carry
 * (reduce-then-scan: Merrill & Garland, NVR-2016-002, §2; on a GPU three dispatches, see GPU.md). For k = ⌈n / chunk⌉
 * chunks: work (k − 1)(chunk − 1) + (k − 2) + (n − 1), depth (chunk − 1) + (k − 2) + chunk; for k = 1 both n − 1.
 * Throws on an empty array and on chunk < 1.
 */
export function chunkedScan<T>(
  xs: readonly T[],
  op: Associative<T>,
  { trace = false, chunk }: ScanOptions & { readonly chunk: number },
): Scanned<T> {
  const tape = new Tape(xs, op, trace);
  const n = xs.length;
  const size = Math.min(count("chunk", chunk), n);
  const carry = (j: number) => n + j - 1; // the slot of what enters chunk j
  // #region chunked
  const chunks = Math.ceil(n / size);
  for (let k = 0; k < size; k++) {
    tape.level("reduce");
    for (let j = 1; j < chunks; j++) {
      const i = (j - 1) * size + k;
      if (k === 0) tape.copy(i, carry(j));
      else tape.combine(carry(j), i, carry(j));
    }
  }
  for (let j = 2; j < chunks; j++) {
    tape.level("carry");
    tape.combine(carry(j - 1), carry(j), carry(j));
  }
  for (let k = 0; k < size; k++) {
    tape.level("output");
    for (let i = k; i < n; i += size) {
      if (k > 0) tape.combine(i - 1, i, i);
      else if (i > 0) tape.combine(carry(i / size), i, i);
    }
  }
  // #endregion
  return tape.finish();
}

/** The smallest d with 2^d ≥ n. */
export function ceilLog2(n: number): number {
  let d = 0;
  while (2 ** d < n) d++;
  return d;
}
