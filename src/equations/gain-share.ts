import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { productOfBells } from "../models/kalman.ts";

export default defineEquation({
  id: "gain-share",
  name: "The gain is the measurement's share of the precision: P over R, which is the predicted variance over the predicted variance plus R",
  tex: String.raw`\sy{gain} = \frac{\sy{P}}{\sy{R}} = \frac{\sy{Pprior}}{\sy{Pprior} + \sy{R}}`,
  code: "src/models/kalman/product.ts#product",
  given: { Pprior: [0.01, 10], R: [0.01, 10] },
  derive: ({ Pprior, R }) => {
    const prior = { mean: 0, variance: Pprior! };
    // The way that the mean goes towards a measurement of 1 is the share itself.
    const { mean, variance } = productOfBells(prior, { mean: 1, variance: R! });
    return { P: variance, gain: mean };
  },
  residual: (at) => {
    const [K, P, prior, R] = (["gain", "P", "Pprior", "R"] as const).map((id) => numberOf(at, id));
    return Math.max(Math.abs(K! - P! / R!), Math.abs(K! - prior! / (prior! + R!)));
  },
});
