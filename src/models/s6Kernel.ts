import { EXP_LIMIT, expParts, expWholes, expWithin } from "../numerics/exp.ts";
import { silu } from "./s6Gate.ts";
import { zohWeight } from "./s6Rule.ts";
import type { S6Rule } from "./s6Rule.ts";

/** A checked selective scan with Δ made ready. */
export interface S6Ready {
  readonly L: number;
  readonly channels: number;
  readonly states: number;
  readonly u: Float64Array;
  readonly delta: Float64Array;
  readonly A: Float64Array;
  readonly B: Float64Array;
  readonly C: Float64Array;
  readonly D: Float64Array;
  readonly z: Float64Array | undefined;
  readonly rule: S6Rule;
  /** The largest |A| of each channel: says whether the fast exponential will do. */
  readonly reach: Float64Array;
}

/**
 * Walks tokens from … to − 1: `h` (channels × states) changes in place, `y` receives the gated outputs. No checks;
 * the discretised Ā and B̄ are never stored (the fusion of Mamba §3.3.2).
 */
export function advance(
  s: S6Ready,
  h: Float64Array,
  y: Float64Array,
  from: number,
  to: number,
): void {
  const { channels, states, u, delta, A, B, C, D, reach } = s;
  const exact = s.rule === "zoh";
  const parts = expParts; // variables of this function, see expWithin
  const wholes = expWholes;
  for (let t = from; t < to; t++) {
    const token = t * states;
    for (let e = 0; e < channels; e++) {
      const d = delta[t * channels + e]!;
      if (exact || d * reach[e]! > EXP_LIMIT) {
        plainRow(s, h, y, t, e);
        continue;
      }
      const ut = u[t * channels + e]!;
      const x = d * ut;
      let even = D[e]! * ut;
      let odd = 0;
      const row = e * states;
      let n = 0;
      for (; n + 4 <= states; n += 4) {
        const i = row + n;
        const j = token + n;
        // Four states, so that four exponentials are under way at once.
        const h0 = expWithin(d * A[i]!, wholes, parts) * h[i]! + x * B[j]!;
        const h1 = expWithin(d * A[i + 1]!, wholes, parts) * h[i + 1]! + x * B[j + 1]!;
        const h2 = expWithin(d * A[i + 2]!, wholes, parts) * h[i + 2]! + x * B[j + 2]!;
        const h3 = expWithin(d * A[i + 3]!, wholes, parts) * h[i + 3]! + x * B[j + 3]!;
        h[i] = h0;
        h[i + 1] = h1;
        h[i + 2] = h2;
        h[i + 3] = h3;
        even += C[j]! * h0 + C[j + 2]! * h2;
        odd += C[j + 1]! * h1 + C[j + 3]! * h3;
      }
      if (n < states) even += rest(s, h, t, e, n);
      y[t * channels + e] = even + odd;
    }
  }
  if (s.z) gate(s.z, y, from * channels, to * channels);
}

/** The states from n on, where N is no multiple of four; a function of its own, so that the loop above stays small. */
function rest(s: S6Ready, h: Float64Array, t: number, e: number, n: number): number {
  const { channels, states, A, B, C } = s;
  const d = s.delta[t * channels + e]!;
  const x = d * s.u[t * channels + e]!;
  let y = 0;
  for (; n < states; n++) {
    const i = e * states + n;
    const j = t * states + n;
    h[i] = expWithin(d * A[i]!, expWholes, expParts) * h[i]! + x * B[j]!;
    y += C[j]! * h[i]!;
  }
  return y;
}

function gate(z: Float64Array, y: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) y[i] = y[i]! * silu(z[i]!);
}

/** One channel over one token as it is written, for exact ZOH and for steps where e^{ΔA} leaves the range of `expWithin`. */
function plainRow(s: S6Ready, h: Float64Array, y: Float64Array, t: number, e: number): void {
  const { channels, states, delta, A, B, C, rule } = s;
  const d = delta[t * channels + e]!;
  const u = s.u[t * channels + e]!;
  let out = s.D[e]! * u;
  // #region step
  for (let n = 0; n < states; n++) {
    const a = A[e * states + n]!;
    const Abar = Math.exp(d * a);
    const Bbar = (rule === "zoh" ? zohWeight(d, a) : d) * B[t * states + n]!;
    const state = Abar * h[e * states + n]! + Bbar * u;
    h[e * states + n] = state;
    out += C[t * states + n]! * state;
  }
  // #endregion
  y[t * channels + e] = out;
}
