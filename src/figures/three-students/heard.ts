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

// #region heard
/** Σ over channels of |SiLU(z_t) C_t e^{A(Δ_{s+1} + … + Δ_t)} Δ_s B_s u_s| for each s up to t, as shares of their sum; of some channels where told. */
export function heardAt(
  { u, delta, B, C, gate, A }: MambaLayer,
  t: number,
  N: number,
  channels: Iterable<number> = new Float64Array(A.length / N).keys(),
): Heard {
  const E = A.length / N;
  const [wholes, parts] = [expWholes, expParts];
  const states = new Float64Array(E * N);
  const shares = new Float64Array(t + 1);
  for (const e of channels) {
    const open = gate[t * E + e]!;
    let clock = 0; // Δ since the step
    for (let s = t; s >= 0; s--) {
      const x = delta[s * E + e]! * u[s * E + e]!;
      let said = 0;
      for (let n = 0; n < N; n++) {
        const left = decay(-A[e * N + n]! * clock, wholes, parts) * B[s * N + n]! * x;
        states[e * N + n]! += left;
        said += C[t * N + n]! * left;
      }
      shares[s]! += Math.abs(open * said);
      clock += delta[s * E + e]!;
    }
  }
  const all = shares.reduce((a, b) => a + b, 0);
  if (all > 0) for (let s = 0; s <= t; s++) shares[s]! /= all;
  return { states, shares };
}
// #endregion
