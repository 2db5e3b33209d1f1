import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { reconstruct, remember } from "../models/hippo.ts";

export default defineEquation({
  id: "hippo-reconstruction",
  name: "The input as it is remembered is the sum of the coefficients times the Legendre polynomials, stretched over the whole past",
  tex: String.raw`\sy{uhat}(\sy{x}) = \sum_{n=0}^{N-1} \sy{coef}_n \sqrt{2n+1}\,P_n\!\left(\frac{2\,\sy{x}}{\sy{t}} - 1\right)`,
  code: "src/models/hippo.ts#reconstruct",
  given: { N: [2, 10], t: [8, 64], u: [-3, 3] },
  /** A memory of t samples of a wave of height u, read at a moment of its past. */
  derive: ({ N, t, u }) => {
    const L = Math.round(t!);
    const wave = Float64Array.from({ length: L }, (_, k) => u! * Math.sin(9 * (k / L)));
    const memory = remember(wave, Math.round(N!));
    const c = memory.data.slice((L - 1) * memory.cols);
    const x = 0.37 * L;
    return {
      t: L,
      x,
      coef: Array.from(c, (value) => [value]),
      uhat: reconstruct(c, Float64Array.of(x / L))[0]!,
    };
  },
  residual: (at) => {
    const c = matrixOf(at, "coef").data;
    const z = (2 * numberOf(at, "x")) / numberOf(at, "t") - 1;
    let [before, p, sum] = [0, 1, 0];
    c.forEach((cn, n) => {
      sum += cn * Math.sqrt(2 * n + 1) * p;
      [before, p] = [p, ((2 * n + 1) * z * p - n * before) / (n + 1)]; // Bonnet's recurrence for P_n
    });
    const one = (value: number) => ({ rows: 1, cols: 1, data: Float64Array.of(value) });
    return gap(matrixOf(at, "uhat"), one(sum));
  },
});
