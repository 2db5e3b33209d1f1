import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { productOfBells } from "../models/kalman.ts";

export default defineEquation({
  id: "square-sum",
  name: "The squared distances of a state from the prediction, over its variance, and from the measurement, over R, add up to its squared distance from the estimate, over P, and a rest without the state",
  tex: String.raw`\begin{aligned}& \frac{(\sy{h} - \sy{hprior})^2}{\sy{Pprior}} + \frac{(\sy{h} - \sy{y})^2}{\sy{R}} \\[6pt] &= \frac{(\sy{h} - \sy{hhat})^2}{\sy{P}} + \frac{(\sy{y} - \sy{hprior})^2}{\sy{Pprior} + \sy{R}}\end{aligned}`,
  code: "src/models/kalman/product.ts#product",
  given: { h: [-10, 10], hprior: [-10, 10], Pprior: [0.05, 10], y: [-10, 10], R: [0.05, 10] },
  derive: ({ hprior, Pprior, y, R }) => {
    const bell = productOfBells({ mean: hprior!, variance: Pprior! }, { mean: y!, variance: R! });
    return { hhat: bell.mean, P: bell.variance };
  },
  residual: (at) => {
    const of = (id: "h" | "hprior" | "y" | "hhat" | "Pprior" | "R" | "P") => numberOf(at, id);
    const left = (of("h") - of("hprior")) ** 2 / of("Pprior") + (of("h") - of("y")) ** 2 / of("R");
    const right =
      (of("h") - of("hhat")) ** 2 / of("P") +
      (of("y") - of("hprior")) ** 2 / (of("Pprior") + of("R"));
    return Math.abs(left - right) / Math.max(1, left);
  },
});
