import { count } from "./check.ts";

/** Nodes and weights: ∫ f ≈ Σ weights_i f(nodes_i). */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Gauss and Legendre's rule with n nodes on each of the panels between neighbouring edges, nodes ascending: exact on every
 * panel for polynomials of degree 2n − 1. Throws unless n is whole and at least 1.
 */
export function gaussLegendre(n: number, edges: ArrayLike<number>): Quadrature {
  const unit = onUnit(count("n", n));
  const panels = edges.length - 1;
  const [nodes, weights] = [new Float64Array(n * panels), new Float64Array(n * panels)];
  for (let j = 0; j < panels; j++) {
    const [from, width] = [edges[j]!, edges[j + 1]! - edges[j]!];
    for (let i = 0; i < n; i++) {
      nodes[j * n + i] = from + width * unit.nodes[i]!;
      weights[j * n + i] = width * unit.weights[i]!;
    }
  }
  return { nodes, weights };
}

/** The rule on [0, 1]: the roots of P_n by Newton's method from Tricomi's guess. */
function onUnit(n: number): Quadrature {
  const [nodes, weights] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    let y = -Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let turn = 0; turn < 8; turn++) {
      let [before, p] = [0, 1];
      for (let k = 0; k < n; k++) [before, p] = [p, ((2 * k + 1) * y * p - k * before) / (k + 1)];
      slope = (n * (before - y * p)) / (1 - y * y);
      y -= p / slope;
    }
    nodes[i] = (1 + y) / 2;
    weights[i] = 1 / ((1 - y * y) * slope * slope);
  }
  return { nodes, weights };
}
