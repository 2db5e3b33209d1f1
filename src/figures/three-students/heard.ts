import { expParts, expWholes } from "../../numerics/exp.ts";
import { decay } from "../../models/mamba/elementwise.ts";
import type { MambaLayer } from "./reading.ts";

/** What a layer of the Mamba keeps at a token: its states, and what is heard there of each token up to it. */
export interface Heard {
  /** Channels × states. */
  readonly states: Float64Array;
  /** Shares of all that is heard, 1 in all. */
  readonly shares: Float64Array;
}

/** Below this nothing is left of a token: smaller numbers would only be slow. */
const GONE = 1e-30;

/** e^{AΔ} of every token, channel and state: once for a layer, however often it is asked what is heard. */
export function decaysOf({ delta, A }: MambaLayer, N: number): Float64Array {
  const E = A.length / N;
  const decays = new Float64Array(delta.length * N);
  for (let i = 0, k = 0; i < delta.length; i++)
    for (let n = (i % E) * N; n < ((i % E) + 1) * N; n++, k++)
      decays[k] = decay(-A[n]! * delta[i]!, expWholes, expParts);
  return decays;
}

// #region heard
/** Σ over channels of |SiLU(z_t) C_t e^{A(Δ_{s+1} + … + Δ_t)} Δ_s B_s u_s| for each s up to t, as shares of their sum. */
export function heardAt(layer: MambaLayer, decays: Float64Array, t: number, N: number): Heard {
  const { u, delta, B, C, gate, A } = layer;
  const E = A.length / N;
  const states = new Float64Array(E * N);
  const shares = new Float64Array(t + 1);
  const left = new Float64Array(E * N).fill(1); // of what a token wrote
  let all = 0;
  for (let s = t; s >= 0; s--) {
    for (let e = 0, k = 0; e < E; e++) {
      const x = delta[s * E + e]! * u[s * E + e]!;
      let said = 0;
      for (let n = 0; n < N; n++, k++) {
        const held = left[k]! * B[s * N + n]! * x;
        states[k]! += held;
        said += C[t * N + n]! * held;
        const now = left[k]! * decays[s * E * N + k]!;
        left[k] = now < GONE ? 0 : now;
      }
      shares[s]! += Math.abs(gate[t * E + e]! * said);
    }
    all += shares[s]!;
  }
  if (all > 0) for (let s = 0; s <= t; s++) shares[s]! /= all;
  return { states, shares };
}
// #endregion
