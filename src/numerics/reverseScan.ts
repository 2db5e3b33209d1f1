import { vector } from "./check.ts";
import { scanPairs } from "./scanPairs.ts";

/** The gradients of a loss through h_t = a_t h_{t−1} + b_t from h = 0. */
export interface Reversed {
  /** What reaches state t from its own output and all later ones: ∂loss/∂h_t, and ∂loss/∂b_t. */
  readonly adjoint: Float64Array;
  /** ∂loss/∂a_t. */
  readonly da: Float64Array;
}

/**
 * The backward pass of a linear recurrence: g_t = s_t + a_{t+1} g_{t+1}, where s_t = ȳ_t C_t is what the loss feels of state t by
 * its own output, and ∂loss/∂a_t = g_t h_{t−1} (SCIENCE 2.11). It is the forward scan with the pairs
 * (a_{t+1}, s_t) taken from the last to the first. Throws on unequal lengths and as `scanPairs`.
 */
export function reverseScan(a: Float64Array, h: Float64Array, s: Float64Array): Reversed {
  const L = a.length;
  vector("h", h, L);
  vector("s", s, L);
  // #region reverse
  const decay = a.map((_, i) => (i === 0 ? 0 : a[L - i]!)); // behind the last token nothing comes
  const adjoint = scanPairs(decay, s.toReversed()).b.toReversed();
  const da = adjoint.map((g, t) => (t === 0 ? 0 : g * h[t - 1]!));
  // #endregion
  return { adjoint, da };
}
