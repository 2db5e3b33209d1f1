import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { kernelOf, layer, walk } from "../models/s4Layer.ts";

export default defineEquation({
  id: "convolution",
  name: "An output is the sum over all lags of the kernel times the input so long ago",
  tex: String.raw`\sy{y}_{\sy{t}} = \sum_{i=0}^{\sy{t}} \sy{K}_i\by\sy{u}_{\sy{t}-i}`,
  code: "src/models/s4Layer.ts#recurrence",
  given: { N: [2, 12], Delta: [0.01, 1], t: [0, 24] },
  /** The output by the recurrence, the kernel by the Cauchy sums of S4: two codes that know nothing of each other. */
  derive: ({ N, Delta, t }) => {
    const [steps, seed] = [Math.round(t!) + 1, Math.round(Delta! * 1e3)];
    const s4 = layer("legs", 2 * Math.round(N! / 2), seed);
    const u = Float64Array.from({ length: steps }, (_, k) => 2 * Math.cos(3 * k + N!));
    return {
      t: steps - 1,
      u: Array.from(u, (x) => [x]),
      K: [Array.from(kernelOf(s4, steps, Delta!, "bilinear"))],
      y: walk(s4, u, Delta!, "bilinear").y[steps - 1]!,
    };
  },
  residual: (at) => {
    const [K, u, t] = [matrixOf(at, "K").data, matrixOf(at, "u").data, numberOf(at, "t")];
    let sum = 0;
    for (let i = 0; i <= t; i++) sum += K[i]! * u[t - i]!;
    return gap(matrixOf(at, "y"), { rows: 1, cols: 1, data: Float64Array.of(sum) });
  },
});
