import { fail, finite } from "../numerics/check.ts";
import { gaussLegendre } from "../numerics/quadrature.ts";

/** Enough for what bends little within a slice: e^{as} times a cubic is integrated down to rounding. */
const NODES = 6;

// #region slices
/**
 * What each slice of an input leaves in the state h′ = a h + b u at the last edge: ∫ e^{a(end − s)} b u(s) ds between
 * neighbouring edges (variation of constants). `corners` is where u is not smooth. Throws unless the edges ascend.
 */
export function remnants(
  { a, b }: { readonly a: number; readonly b: number },
  u: (s: number) => number,
  edges: ArrayLike<number>,
  corners: readonly number[] = [],
): Float64Array {
  const [first, end] = [edges[0]!, finite("edges", edges[edges.length - 1]!)];
  for (let k = 1; k < edges.length; k++)
    if (!(edges[k - 1]! < edges[k]!)) fail("edges", "ascending numbers", Array.from(edges));
  const inner = corners.filter((c) => c > first && c < end);
  const panels = Float64Array.from([...Array.from(edges), ...inner]).toSorted();
  const { nodes, weights } = gaussLegendre(NODES, panels);
  const left = new Float64Array(edges.length - 1);
  let k = 0;
  nodes.forEach((s, i) => {
    while (s > edges[k + 1]!) k++;
    left[k]! += weights[i]! * Math.exp(a * (end - s)) * b * u(s);
  });
  return left;
}
// #endregion
