import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { add, multiply, transpose } from "../numerics/linalg.ts";
import { fromRows } from "../numerics/matrix.ts";
import { startFilter, update } from "../models/kalman.ts";

export default defineEquation({
  id: "kalman-gain",
  name: "The gain is the predicted covariance times C transposed times the inverse of C times the predicted covariance times C transposed plus R",
  tex: String.raw`\sy{gain} = \sy{Pprior}\by\sy{C}^{\top}\by\left(\sy{C}\by\sy{Pprior}\by\sy{C}^{\top} + \sy{R}\right)^{-1}`,
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
    return { gain: filter.gain[0]! };
  },
  residual: (at) => {
    const C = matrixOf(at, "C");
    const crossed = multiply(matrixOf(at, "Pprior"), transpose(C));
    // Multiplied out, so that nothing is inverted: K (C P⁻ Cᵀ + R) = P⁻ Cᵀ.
    const S = add(multiply(C, crossed), matrixOf(at, "R"));
    return gap(multiply(matrixOf(at, "gain"), S), crossed);
  },
});
