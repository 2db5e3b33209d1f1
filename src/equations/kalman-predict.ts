import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { multiply } from "../numerics/linalg.ts";
import { fromRows } from "../numerics/matrix.ts";
import { startFilter, predict } from "../models/kalman.ts";

export default defineEquation({
  id: "kalman-predict",
  name: "The predicted state is A times the previous estimate",
  tex: String.raw`\sy{hprior} = \sy{A}\by\sy{hhatbefore}`,
  code: "src/models/kalman/step.ts#predict",
  given: { A: [-1.2, 1.2], hhatbefore: [-10, 10] },
  derive: ({ A, hhatbefore }) => {
    const model = {
      A: fromRows([[A!]]),
      C: fromRows([[1]]),
      Q: fromRows([[1]]),
      R: fromRows([[1]]),
      m0: Float64Array.of(hhatbefore!),
      P0: fromRows([[1]]),
    };
    const filter = startFilter(model);
    predict(filter, model);
    return { hprior: filter.mean[0]! };
  },
  residual: (at) =>
    gap(matrixOf(at, "hprior"), multiply(matrixOf(at, "A"), matrixOf(at, "hhatbefore"))),
});
