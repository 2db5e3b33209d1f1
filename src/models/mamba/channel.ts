import { count, fail } from "../../numerics/check.ts";
import { expParts, expWholes } from "../../numerics/exp.ts";
import { decay } from "./elementwise.ts";

/** One channel of S6 over L steps: its input and Δ (L each), B and C (L × N), A (N, below 0), D, and the state it begins with (N). */
export interface Channel {
  readonly u: Float64Array;
  readonly delta: Float64Array;
  readonly B: Float64Array;
  readonly C: Float64Array;
  readonly A: Float64Array;
  readonly D: number;
  readonly start: Float64Array;
}

/** Its states after each step, L × N, and its outputs C h + D u: what the model's own scan gives, to the last bit. */
export function channelStates({ u, delta, B, C, A, D, start }: Channel): {
  readonly h: Float64Array;
  readonly y: Float64Array;
} {
  const [L, N] = [u.length, A.length];
  const [wholes, parts] = [expWholes, expParts];
  const h = new Float64Array(L * N);
  const y = new Float64Array(L);
  for (let t = 0; t < L; t++) {
    const d = delta[t]!;
    const x = d * u[t]!;
    let sum = D * u[t]!;
    for (let n = 0; n < N; n++) {
      const before = t === 0 ? start[n]! : h[(t - 1) * N + n]!;
      const now = decay(d * -A[n]!, wholes, parts) * before + x * B[t * N + n]!;
      sum += C[t * N + n]! * now;
      h[t * N + n] = now;
    }
    y[t] = sum;
  }
  return { h, y };
}

/** What makes up the output of a channel at a step t. */
export interface Hearing {
  /** The effective attention row: K_{t,s} = C_t e^{A(Δ_{s+1} + … + Δ_t)} Δ_s B_s for s = 0 … t; times u_s it is a part of the output. */
  readonly row: Float64Array;
  /** What the state that the steps began with still says. */
  readonly before: number;
  /** D u_t, the way past the state. */
  readonly skip: number;
}

// #region hearing
/** Σ_s row_s u_s + before + skip is the output at t. After Ali, Zimerman & Wolf, "The hidden attention of Mamba models" (2024). */
export function hearing({ u, delta, B, C, A, D, start }: Channel, t: number): Hearing {
  if (count("t", t, 0) >= u.length) fail("t", `below ${u.length}`, t);
  const [wholes, parts] = [expWholes, expParts];
  const N = A.length;
  const row = new Float64Array(t + 1);
  let before = 0;
  for (let n = 0; n < N; n++) {
    let clock = 0; // Δ since the step
    for (let s = t; s >= 0; s--) {
      row[s]! += C[t * N + n]! * decay(-A[n]! * clock, wholes, parts) * delta[s]! * B[s * N + n]!;
      clock += delta[s]!;
    }
    before += C[t * N + n]! * decay(-A[n]! * clock, wholes, parts) * start[n]!;
  }
  return { row, before, skip: D * u[t]! };
}
// #endregion
