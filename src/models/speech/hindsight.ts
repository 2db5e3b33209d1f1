import type { Autoregression } from "./ar.ts";
import type { Estimates, Trail } from "./companion.ts";

/** What later samples say of the state: a slope λ, its curvature N where it is wanted, and buffers. */
export interface Hindsight {
  readonly slope: Float64Array;
  readonly curvature: Float64Array | undefined;
  readonly g: Float64Array;
  readonly M: Float64Array;
}

/** Nothing has been heard yet of what comes after; `curvature` is needed for variances. */
export const noHindsight = (p: number, curvature = false): Hindsight => ({
  slope: new Float64Array(p),
  curvature: curvature ? new Float64Array(p * p) : undefined,
  g: new Float64Array(p),
  M: new Float64Array(curvature ? p * p : 0),
});

/**
 * Walks back through a block with what came after it, `next` being the model that moves its last sample on. Writes the
 * smoothed samples (and variances) of the block from index `from` on, where there is an `out`; `later` is left as it stands
 * before the block. O(p) a sample, O(p²) with variances. Source: Bryson & Frazier 1963; Durbin & Koopman 2012, §4.4, for the
 * companion form of A and C.
 */
export function walkBack(
  trail: Trail,
  next: Autoregression,
  later: Hindsight,
  from = 0,
  out?: Estimates,
): void {
  const { slope, curvature, g } = later;
  const p = slope.length;
  for (let i = trail.length - 1; i >= 0; i--) {
    const { a } = i === trail.length - 1 ? next : trail.model;
    const S = trail.S[i]!;
    const at = i * p; // of P⁻'s first row
    // #region back
    let along = 0;
    for (let k = 0; k < p; k++) {
      g[k] = a[k]! * slope[0]! + (k + 1 < p ? slope[k + 1]! : 0); // Aᵀ λ
      along += trail.row[at + k]! * g[k]!; //                        S Kᵀ Aᵀ λ
    }
    slope.set(g);
    if (S > 0) slope[0]! += (trail.e[i]! - along) / S; //            λ ← Cᵀ e / S + (I − K C)ᵀ Aᵀ λ
    // #endregion
    if (curvature) pullBack(later, a, trail.row.subarray(at, at + p), S);
    if (!out) continue;
    let s = trail.predicted[i]!;
    for (let k = 0; k < p; k++) s += trail.row[at + k]! * slope[k]!;
    out.s[from + i] = s;
    if (out.variance)
      out.variance[from + i] = varianceLeft(trail.row.subarray(at, at + p), curvature!);
  }
}

/** N ← Cᵀ C / S + (I − K C)ᵀ Aᵀ N A (I − K C), with K = row / S. */
function pullBack({ curvature, g, M }: Hindsight, a: Float64Array, row: Float64Array, S: number) {
  const N = curvature!;
  const p = a.length;
  // Aᵀ N A = a hᵀ + h aᵀ + N without its first row and column, h being half of a's share and the first row, moved by one.
  for (let i = 0; i < p; i++) g[i] = (a[i]! * N[0]!) / 2 + (i + 1 < p ? N[i + 1]! : 0);
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) {
      const rest = i + 1 < p && j + 1 < p ? N[(i + 1) * p + j + 1]! : 0;
      M[i * p + j] = a[i]! * g[j]! + g[i]! * a[j]! + rest;
    }
  N.set(M);
  if (!(S > 0)) return;
  let kMk = 0;
  let first = 0;
  for (let i = 0; i < p; i++) {
    let Mk = 0;
    for (let j = 0; j < p; j++) Mk += (M[i * p + j]! * row[j]!) / S;
    kMk += (row[i]! / S) * Mk;
    if (i === 0) first = Mk;
    N[i * p] = N[i] = M[i]! - Mk;
  }
  N[0] = M[0]! - 2 * first + kMk + 1 / S;
}

/** P⁻ − P⁻ N P⁻ at the newest sample. */
function varianceLeft(row: Float64Array, N: Float64Array): number {
  const p = row.length;
  let less = 0;
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) less += row[i]! * N[i * p + j]! * row[j]!;
  return Math.max(0, row[0]! - less);
}
