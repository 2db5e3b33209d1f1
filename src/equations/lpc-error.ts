import { gap, matrixOf } from "../kit/bound.ts";
import { defineEquation } from "../kit/equation.ts";
import { sentLpc, weighted } from "../models/waveform/lpc.ts";
import { multiply, subtract } from "../numerics/linalg.ts";

export default defineEquation({
  id: "lpc-error",
  name: "What is left of a sample is the sample minus a row of coefficients times the samples before it",
  tex: String.raw`\sy{e} = \sy{y} - \sy{lpc}\by\sy{ypast}`,
  code: "src/models/waveform/lpc.ts#weighted",
  given: { k: [1, 16], L: [40, 200] },
  /** A frame of a sound, its coefficients as they are sent, and what they foretell of its last sample. */
  derive: ({ k, L }) => {
    const [p, size] = [Math.round(k!), Math.round(L!)];
    const x = Int32Array.from({ length: size }, (_, t) =>
      Math.round(900 * Math.cos(0.4 * t + k!) + 300 * Math.sin((t * t) / L!)),
    );
    const { whole, shift } = sentLpc(x, 0, size, p);
    const a = Float64Array.from(whole, (c) => c / 2 ** shift);
    const t = size - 1;
    return {
      lpc: [Array.from(a)],
      ypast: Array.from(a, (_, j) => [x[t - 1 - j]!]),
      y: x[t]!,
      e: x[t]! - weighted(a, new Float64Array(x), t),
    };
  },
  residual: (at) => {
    const told = multiply(matrixOf(at, "lpc"), matrixOf(at, "ypast"));
    return gap(matrixOf(at, "e"), subtract(matrixOf(at, "y"), told));
  },
});
