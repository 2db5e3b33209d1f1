import { defineEquation } from "../kit/equation.ts";
import { entryOf, gap, matrixOf, numberOf } from "../kit/bound.ts";
import { legsKernel } from "../models/s4.ts";
import { discretize } from "../numerics/discretize.ts";
import { legs } from "../numerics/hippo.ts";
import { multiply } from "../numerics/linalg.ts";
import { toRows } from "../numerics/matrix.ts";

export default defineEquation({
  id: "s4-kernel",
  name: "The kernel at lag k is C times A bar to the power k times B bar",
  tex: String.raw`\sy{K}_{\sy{k}} = \sy{C}\by\sy{Abar}^{\sy{k}}\by\sy{Bbar}`,
  code: "src/models/s4.ts#kernel",
  given: { N: [1, 8], Delta: [0.05, 0.3], k: [1, 8] },
  /** K from the Cauchy sums and an inverse FFT, Ā and B̄ from the bilinear rule. */
  derive: ({ N, Delta, k }) => {
    const [size, lag] = [Math.round(N!), Math.round(k!)];
    const C = Float64Array.from({ length: size }, (_, n) => Math.cos(n + 1));
    const { A, B } = legs(size);
    const bar = discretize(A, { rows: size, cols: 1, data: B }, Delta!, "bilinear");
    return {
      k: lag,
      C: [Array.from(C)],
      Abar: toRows(bar.A),
      Bbar: toRows(bar.B),
      K: legsKernel(C, lag + 1, Delta!)[lag]!,
    };
  },
  residual: (at) => {
    let moved = matrixOf(at, "Bbar");
    const A = matrixOf(at, "Abar");
    for (let k = numberOf(at, "k"); k > 0; k--) moved = multiply(A, moved);
    return gap(entryOf(at, "K", "k"), multiply(matrixOf(at, "C"), moved));
  },
});
