import { count, fail } from "./check.ts";
import type { Quadrature } from "./quadrature.ts";

/** The three-term recurrence √b_{n+1} p_{n+1} = (x − a_n) p_n − √b_n p_{n−1}, and the constant p_0. */
export interface Recurrence {
  readonly a: Float64Array;
  /** √b_n; entry 0 is not used. */
  readonly root: Float64Array;
  readonly first: number;
}

// #region stieltjes
/**
 * Stieltjes's procedure (Gautschi, Orthogonal Polynomials, 2004, section 2.2.3): the recurrence of the N polynomials that
 * are orthonormal under the discrete measure Σ weights_i δ(x − nodes_i). Throws where the weights sum to nothing.
 */
export function stieltjes(N: number, { nodes, weights }: Quadrature): Recurrence {
  const total = weights.reduce((sum, w) => sum + w, 0);
  if (!(total > 0)) fail("the sum of the weights", "positive", total);
  const [a, root] = [new Float64Array(count("N", N)), new Float64Array(N + 1)];
  let before = new Float64Array(nodes.length);
  let p = new Float64Array(nodes.length).fill(1 / Math.sqrt(total));
  for (let n = 0; n < N; n++) {
    for (let i = 0; i < nodes.length; i++) a[n]! += weights[i]! * nodes[i]! * p[i]! ** 2;
    const next = p.map((x, i) => (nodes[i]! - a[n]!) * x - root[n]! * before[i]!);
    root[n + 1] = Math.sqrt(next.reduce((sum, x, i) => sum + weights[i]! * x * x, 0));
    [before, p] = [p, next.map((x) => x / root[n + 1]!)];
  }
  return { a, root, first: 1 / Math.sqrt(total) };
}
// #endregion
