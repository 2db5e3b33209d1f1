import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { multiply, subtract } from "../numerics/linalg.ts";
import { fromRows } from "../numerics/matrix.ts";
import { startFilter, update } from "../models/kalman.ts";

export default defineEquation({
  id: "kalman-covariance",
  name: "The covariance after the update is the identity minus the gain times C, times the predicted covariance",
  tex: String.raw`\sy{P} = \left(I - \sy{gain}\by\sy{C}\right)\by\sy{Pprior}`,
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
    return { P: filter.cov[0]!, gain: filter.gain[0]! };
  },
  residual: (at) => {
    const P = matrixOf(at, "Pprior");
    const taken = multiply(multiply(matrixOf(at, "gain"), matrixOf(at, "C")), P);
    return gap(matrixOf(at, "P"), subtract(P, taken));
  },
});
