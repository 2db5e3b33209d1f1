import { expParts, expWholes } from "../../numerics/exp.ts";
import type { Real } from "../../numerics/dense.ts";
import type { BlockCache } from "./cache.ts";
import { decay } from "./elementwise.ts";
import type { Shape } from "./shape.ts";

/**
 * The recurrence of S6 over L steps: h_t = e^{Δ_t A} h_{t−1} + Δ_t B_t u_t for every channel, and y_t = C_tᵀh_t + D u_t from
 * step `from` on (Mamba Alg. 2). `minusA` is −A > 0, E × N.
 */
export function scanForward(
  { E, N, R }: Shape,
  c: BlockCache,
  minusA: Float64Array,
  D: Real,
  L: number,
  from: number,
): void {
  const { delta, Abar, h, y } = c;
  const u = c.u.data; // each by itself: V8 would make an array of several
  const dBC = c.dBC.data;
  const wholes = expWholes;
  const parts = expParts;
  const size = c.kept ? E * N : 0;
  for (let t = 0; t < L; t++) {
    const B = t * (R + 2 * N) + R;
    const C = B + N;
    for (let e = 0; e < E; e++) {
      const d = delta[t * E + e]!;
      const ut = u[t * E + e]!;
      const x = d * ut;
      const before = t * size + e * N;
      let sum = D[e]! * ut;
      for (let n = 0; n < N; n++) {
        // #region scan
        const a = decay(d * minusA[e * N + n]!, wholes, parts);
        const now = a * h[before + n]! + x * dBC[B + n]!;
        sum += dBC[C + n]! * now;
        // #endregion
        Abar[before + n] = a;
        h[before + size + n] = now;
      }
      if (t >= from) y[t * E + e] = sum;
    }
  }
}

/** Where the gradients of a scan are put. */
export interface ScanGradients {
  /** L × E each: by y (given; zero before `from`), by u and by Δ (written). */
  readonly y: Float64Array;
  readonly u: Float64Array;
  readonly delta: Float64Array;
  /** L × (R + 2N): the columns of B and C are written, those of δ made zero. */
  readonly dBC: Float64Array;
  /** E × N: by −A, added up. */
  readonly core: Float64Array;
  /** E × N: scratch. */
  readonly carry: Float64Array;
}

/**
 * The reverse recurrence g_t = ȳ_t C_t + e^{Δ_{t+1}A} g_{t+1}, and from it every gradient, as `selectiveScanBackward`; the
 * states were kept by `scanForward`. `dD` is added to.
 */
export function scanBackward(
  { E, N, R }: Shape,
  c: BlockCache,
  minusA: Float64Array,
  D: Real,
  g: ScanGradients,
  dD: Real,
  L: number,
): void {
  const { delta, Abar, h } = c;
  const [u, dBC] = [c.u.data, c.dBC.data];
  const { carry } = g;
  const size = E * N;
  carry.fill(0);
  g.dBC.fill(0, 0, L * (R + 2 * N));
  for (let t = L - 1; t >= 0; t--) {
    const B = t * (R + 2 * N) + R;
    const C = B + N;
    for (let e = 0; e < E; e++) {
      const d = delta[t * E + e]!;
      const ut = u[t * E + e]!;
      const slope = g.y[t * E + e]!;
      const x = d * ut;
      const row = e * N;
      const before = t * size + row;
      let byInput = 0;
      let byRate = 0;
      for (let n = 0; n < N; n++) {
        // #region scan-backward
        const a = Abar[before + n]!;
        const now = slope * dBC[C + n]! + carry[row + n]!;
        const past = now * a;
        const byExponent = past * h[before + n]!;
        carry[row + n] = past;
        byInput += now * dBC[B + n]!;
        byRate -= byExponent * minusA[row + n]!;
        g.core[row + n]! -= byExponent * d;
        g.dBC[B + n]! += now * x;
        g.dBC[C + n]! += slope * h[before + size + n]!;
        // #endregion
      }
      g.u[t * E + e] = d * byInput + D[e]! * slope;
      g.delta[t * E + e] = byRate + ut * byInput;
      dD[e]! += slope * ut;
    }
  }
}
