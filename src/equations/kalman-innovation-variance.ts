import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { add, multiply, transpose } from "../numerics/linalg.ts";
import { fromRows } from "../numerics/matrix.ts";
import { startFilter, update } from "../models/kalman.ts";

export default defineEquation({
  id: "kalman-innovation-variance",
  name: "The variance of the innovation is C times the predicted covariance times C transposed, plus R",
  tex: String.raw`\sy{S} = \sy{C}\by\sy{Pprior}\by\sy{C}^{\top} + \sy{R}`,
  code: "src/models/kalman/step.ts#update",
  given: { C: [-2, 2], Pprior: [0, 10], R: [0.01, 4] },
  derive: ({ C, Pprior, R }) => {
    const model = {
      A: fromRows([[1]]),
      C: fromRows([[C!]]),
      Q: fromRows([[0]]),
      R: fromRows([[R!]]),
      m0: Float64Array.of(0),
      P0: fromRows([[Pprior!]]),
    };
    const filter = startFilter(model);
    update(filter, model, Float64Array.of(0));
    return { S: filter.innovationCov[0]! };
  },
  residual: (at) => {
    const C = matrixOf(at, "C");
    const seen = multiply(multiply(C, matrixOf(at, "Pprior")), transpose(C));
    return gap(matrixOf(at, "S"), add(seen, matrixOf(at, "R")));
  },
});
