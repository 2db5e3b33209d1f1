import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { add, multiply, transpose } from "../numerics/linalg.ts";
import { oneUpdate } from "./shared/oneUpdate.ts";

export default defineEquation({
  id: "kalman-gain",
  name: "The gain is the predicted covariance times C transposed times the inverse of C times the predicted covariance times C transposed plus R",
  tex: String.raw`\sy{gain} = \sy{Pprior}\by\sy{C}^{\top}\by\left(\sy{C}\by\sy{Pprior}\by\sy{C}^{\top} + \sy{R}\right)^{-1}`,
  code: "src/models/kalman/step.ts#update",
  given: { C: [-2, 2], Pprior: [0, 10], R: [0.01, 4] },
  derive: ({ C, Pprior, R }) => {
    const filter = oneUpdate(C!, Pprior!, R!);
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
