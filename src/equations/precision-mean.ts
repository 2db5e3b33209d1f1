import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { productOfBells } from "../models/kalman.ts";

export default defineEquation({
  id: "precision-mean",
  name: "The estimate is the mean of the predicted state and the measurement, each weighted by one over its variance",
  tex: String.raw`\sy{hhat} = \sy{P}\by\left(\frac{\sy{hprior}}{\sy{Pprior}} + \frac{\sy{y}}{\sy{R}}\right)`,
  code: "src/models/kalman/product.ts#product",
  given: { hprior: [-10, 10], Pprior: [0.01, 10], y: [-10, 10], R: [0.01, 10] },
  derive: ({ hprior, Pprior, y, R }) => {
    const bell = productOfBells({ mean: hprior!, variance: Pprior! }, { mean: y!, variance: R! });
    return { hhat: bell.mean, P: bell.variance };
  },
  residual: (at) => {
    const sum =
      numberOf(at, "hprior") / numberOf(at, "Pprior") + numberOf(at, "y") / numberOf(at, "R");
    const hhat = numberOf(at, "hhat");
    return Math.abs(hhat - numberOf(at, "P") * sum) / Math.max(1, Math.abs(hhat));
  },
});
