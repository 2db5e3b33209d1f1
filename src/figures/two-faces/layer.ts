import { normals } from "../../numerics/random.ts";
import type { Ssd } from "../../models/ssd.ts";

/** Numbers that a token is known by, and the most states that are drawn. */
const D = 4;
export const MOST_N = 4;
/** A step size of 0.4 where a token says nothing about it: a keeps two thirds. */
const BIAS = Math.log(Math.expm1(0.4));

/** One head of Mamba-2 on a row of tokens, one channel wide, and the step sizes that it chose. */
export interface Layer extends Ssd {
  readonly delta: Float64Array;
}

/** What a seed makes of a sign, the same numbers wherever it stands: D of mean square 1, as behind an RMSNorm. */
function embed(token: string, seed: number): Float64Array {
  const e = normals(seed * 2 ** 21 + token.codePointAt(0)!, D);
  const norm = Math.sqrt(e.reduce((sum, x) => sum + x * x, 0) / D);
  return e.map((x) => x / norm);
}

/**
 * A small selective layer with random weights: from a token's numbers e its Δ = softplus(w·e + b), B, C and input u; A = −1, so
 * that a = exp(−Δ), and B̄ = Δ·B. More states leave those that there are as they were.
 */
export function layerOf(tokens: readonly string[], N: number, seed: number): Layer {
  const weights = normals(seed, D * (2 + 2 * MOST_N));
  const row = (k: number, e: Float64Array) =>
    e.reduce((sum, x, i) => sum + x * weights[k * D + i]!, 0) / Math.sqrt(D);
  const L = tokens.length;
  const [delta, x] = [new Float64Array(L), new Float64Array(L)];
  const [B, C] = [new Float64Array(L * N), new Float64Array(L * N)];
  // #region layer
  tokens.forEach((token, t) => {
    const e = embed(token, seed);
    delta[t] = Math.log1p(Math.exp(2 * row(0, e) + BIAS));
    x[t] = row(1, e);
    for (let n = 0; n < N; n++) {
      B[t * N + n] = delta[t]! * row(2 + n, e);
      C[t * N + n] = row(2 + MOST_N + n, e);
    }
  });
  // #endregion
  return { L, states: N, width: 1, delta, a: delta.map((d) => Math.exp(-d)), B, C, x };
}
