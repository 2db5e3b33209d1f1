import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { add, multiply, subtract } from "../numerics/linalg.ts";
import { fromRows } from "../numerics/matrix.ts";
import { startFilter, update } from "../models/kalman.ts";

export default defineEquation({
  id: "kalman-update",
  name: "The estimate is the predicted state plus the gain times the difference of the measurement and C times the predicted state",
  tex: String.raw`\sy{hhat} = \sy{hprior} + \sy{gain}\by\left(\sy{y} - \sy{C}\by\sy{hprior}\right)`,
  code: "src/models/kalman/step.ts#update",
  given: { C: [-2, 2], hprior: [-10, 10], Pprior: [0, 10], R: [0.01, 4], y: [-10, 10] },
  derive: ({ C, hprior, Pprior, R, y }) => {
    const model = {
      A: fromRows([[1]]),
      C: fromRows([[C!]]),
      Q: fromRows([[0]]),
      R: fromRows([[R!]]),
      m0: Float64Array.of(hprior!),
      P0: fromRows([[Pprior!]]),
    };
    const filter = startFilter(model);
    update(filter, model, Float64Array.of(y!));
    return { hhat: filter.mean[0]!, gain: filter.gain[0]! };
  },
  residual: (at) => {
    const seen = multiply(matrixOf(at, "C"), matrixOf(at, "hprior"));
    const correction = multiply(matrixOf(at, "gain"), subtract(matrixOf(at, "y"), seen));
    return gap(matrixOf(at, "hhat"), add(matrixOf(at, "hprior"), correction));
  },
});
