import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { add, multiply } from "../numerics/linalg.ts";
import { fromRows } from "../numerics/matrix.ts";
import { startFilter, update } from "../models/kalman.ts";

export default defineEquation({
  id: "kalman-innovation",
  name: "The innovation is the measurement minus C times the predicted state",
  tex: String.raw`\sy{e} = \sy{y} - \sy{C}\by\sy{hprior}`,
  code: "src/models/kalman/step.ts#update",
  given: { C: [-2, 2], hprior: [-10, 10], y: [-10, 10] },
  derive: ({ C, hprior, y }) => {
    const model = {
      A: fromRows([[1]]),
      C: fromRows([[C!]]),
      Q: fromRows([[0]]),
      R: fromRows([[1]]),
      m0: Float64Array.of(hprior!),
      P0: fromRows([[1]]),
    };
    const filter = startFilter(model);
    update(filter, model, Float64Array.of(y!));
    return { e: filter.innovation[0]! };
  },
  residual: (at) =>
    gap(
      add(matrixOf(at, "e"), multiply(matrixOf(at, "C"), matrixOf(at, "hprior"))),
      matrixOf(at, "y"),
    ),
});
