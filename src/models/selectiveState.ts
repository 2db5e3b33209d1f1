import { count, fail, vector } from "../numerics/check.ts";
import { ready, type S6Input, type S6Options, selectiveScan } from "./s6.ts";
import { softplus, theoremOne } from "./s6Gate.ts";
import { zohWeight } from "./s6Rule.ts";

// #region theorem-one
/** By how much S6 misses the gated recurrence of Mamba's Theorem 1, as the largest difference of a state. */
export interface TheoremGap {
  /** With exact zero-order hold: rounding alone. */
  readonly zoh: number;
  /** With B̄ = Δ, as Mamba's code has it: not small. */
  readonly simplified: number;
}

/**
 * Theorem 1 (Mamba §3.5.1) under both rules: N = 1, A = −1, B = 1, Δ = softplus(s). Throws as `theoremOne`.
 */
export function theoremGap(s: Float64Array, x: Float64Array): TheoremGap {
  const { states } = theoremOne(s, x);
  const ones = new Float64Array(s.length).fill(1);
  const gap = (rule: "zoh" | "simplified") => {
    const { y } = selectiveScan(
      {
        L: s.length,
        channels: 1,
        states: 1,
        u: x,
        delta: s.map(softplus),
        A: Float64Array.of(-1),
        B: ones,
        C: ones,
        D: Float64Array.of(0),
      },
      { rule },
    );
    return y.reduce((most, h, t) => Math.max(most, Math.abs(h - states[t]!)), 0);
  };
  return { zoh: gap("zoh"), simplified: gap("simplified") };
}
// #endregion

// #region influence
/**
 * What one channel still hears, at step t, of each input up to it: ∂(C_tᵀh_t + D u_t)/∂u_s for s = 0 … t, with Δ, B and C as they are:
 * C_t · e^{Δ_t A} ⋯ e^{Δ_{s+1} A} · B̄_s. Of a fixed kernel that is K_{t−s}; here each t has a row of its own. Throws as `selectiveScan`.
 */
export function influence(
  input: S6Input,
  channel: number,
  t: number,
  options: Pick<S6Options, "rule" | "softplus" | "deltaBias"> = {},
): Float64Array {
  const s6 = ready(input, options);
  const { L, channels: E, states: N, delta, A, B, C, D } = s6;
  if (count("channel", channel, 0) >= E) fail("channel", `below ${E}`, channel);
  if (count("t", t, 0) >= L) fail("t", `below ${L}`, t);
  const heard = new Float64Array(t + 1);
  for (let n = 0; n < N; n++) {
    const a = A[channel * N + n]!;
    let left = C[t * N + n]!;
    for (let s = t; s >= 0; s--) {
      const d = delta[s * E + channel]!;
      const weight = s6.rule === "zoh" ? zohWeight(d, a) : d;
      heard[s]! += left * weight * B[s * N + n]!;
      left *= Math.exp(d * a);
    }
  }
  heard[t]! += D[channel]!;
  return vector("the influence", heard);
}
// #endregion
