import { count, fail, finite } from "../numerics/check.ts";
import { exp } from "../numerics/portable.ts";

/**
 * The probabilities of the next token from its logits: softmax of logits / temperature over the `most` largest ones, the first of
 * equals first; all of them where `most` is 0. Temperature 0 gives all to the largest. The same in every engine.
 */
export function chances(logits: Float64Array, temperature: number, most = 0): Float64Array {
  if (!(finite("temperature", temperature) >= 0)) fail("temperature", "at least 0", temperature);
  const shares = new Float64Array(logits.length);
  const few = temperature === 0 ? 1 : count("most", most, 0);
  const taken = few > 0 && few < logits.length ? largest(logits, few) : logits.keys();
  const top = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  // #region chances
  let sum = 0;
  for (const id of taken)
    sum += shares[id] = temperature === 0 ? 1 : exp((logits[id]! - top) / temperature);
  for (let id = 0; id < shares.length; id++) shares[id]! /= sum;
  // #endregion
  return shares;
}

/** The indices of the `most` largest numbers, falling; of equals the first comes first. */
export function largest(values: Float64Array, most: number): number[] {
  const order = Array.from(values, (_, id) => id);
  return order.toSorted((a, b) => values[b]! - values[a]! || a - b).slice(0, most);
}

/** The token that a uniform random number draws: tokens in their order, each as wide as it is probable. */
export function drawn(shares: Float64Array, uniform: number): number {
  let sum = 0;
  let last = 0;
  for (let id = 0; id < shares.length; id++) {
    if (shares[id] === 0) continue;
    sum += shares[id]!;
    last = id;
    if (uniform < sum) return id;
  }
  return last; // the sum's rounding
}
