import { defineEquation } from "../kit/equation.ts";
import { entryOf, gap, matrixOf, numberOf } from "../kit/bound.ts";
import { filter } from "../models/fir.ts";

export default defineEquation({
  id: "series-kernels",
  name: "The kernel of two filters in series is the convolution of their kernels",
  tex: String.raw`\sy{Kseries}_{\sy{k}} = \sum_{j=0}^{\sy{k}} \sy{W1}_j\by\sy{W2}_{\sy{k}-j}`,
  code: "src/models/fir.ts#series",
  given: { k: [0, 12], t: [0, 9] },
  /** What the two filters in turn answer to a lone 1: its weight after k steps. */
  derive: ({ k, t }) => {
    const lag = Math.round(k!);
    const kernel = (shift: number) =>
      Float64Array.from({ length: 13 }, (_, i) => Math.cos(i * shift + t!) + 0.3);
    const [W1, W2] = [kernel(1), kernel(2.3)];
    const impulse = Float64Array.from({ length: lag + 1 }, (_, i) => Number(i === 0));
    const inTurn = filter(W2, filter(W1, impulse))[lag]!;
    return { k: lag, W1: [Array.from(W1)], W2: [Array.from(W2)], Kseries: inTurn };
  },
  residual: (at) => {
    const [a, b, k] = [matrixOf(at, "W1").data, matrixOf(at, "W2").data, numberOf(at, "k")];
    let sum = 0;
    for (let j = 0; j <= k; j++) sum += (a[j] ?? 0) * (b[k - j] ?? 0);
    return gap(entryOf(at, "Kseries", "k"), { rows: 1, cols: 1, data: Float64Array.of(sum) });
  },
});
