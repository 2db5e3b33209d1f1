import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { productOfBells } from "../models/kalman.ts";

export default defineEquation({
  id: "precision-sum",
  name: "One over the variance after the update is one over the predicted variance plus one over R",
  tex: String.raw`\frac{1}{\sy{P}} = \frac{1}{\sy{Pprior}} + \frac{1}{\sy{R}}`,
  code: "src/models/kalman/product.ts#product",
  given: { Pprior: [0.01, 10], R: [0.01, 10] },
  derive: ({ Pprior, R }) => ({
    P: productOfBells({ mean: 0, variance: Pprior! }, { mean: 0, variance: R! }).variance,
  }),
  residual: (at) => {
    const total = 1 / numberOf(at, "Pprior") + 1 / numberOf(at, "R");
    return Math.abs(numberOf(at, "P") * total - 1);
  },
});
