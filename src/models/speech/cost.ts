import { outputs, type Shape } from "../mamba/shape.ts";

/**
 * Multiplications of one step of an S6 stack, counted from its sizes: the matrices, the convolution, the norms, the gate, and of
 * each state four (Δ A, Ā h, Δu B, C h). The exponentials of Ā, Δ and SiLU are not counted.
 */
export function multiplications(shape: Shape): number {
  const { d, E, N, R, taps, layers, input } = shape;
  const into = "reals" in input ? input.reals * d : 0;
  const norm = 3 * d;
  const matrices = d * 2 * E + E * (R + 2 * N) + R * E + E * d;
  const states = 4 * E * N + 2 * E; // Δ u and D u besides
  const gates = 3 * E; // SiLU of u and z, and y times the gate
  return into + layers * (norm + matrices + taps * E + states + gates) + norm + d * outputs(shape);
}
