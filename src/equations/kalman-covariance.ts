import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { multiply, subtract } from "../numerics/linalg.ts";
import { oneUpdate } from "./shared/oneUpdate.ts";

export default defineEquation({
  id: "kalman-covariance",
  name: "The covariance after the update is the identity minus the gain times C, times the predicted covariance",
  tex: String.raw`\sy{P} = \left(I - \sy{gain}\by\sy{C}\right)\by\sy{Pprior}`,
  code: "src/models/kalman/step.ts#update",
  given: { C: [-2, 2], Pprior: [0, 10], R: [0.01, 4] },
  derive: ({ C, Pprior, R }) => {
    const filter = oneUpdate(C!, Pprior!, R!);
    return { P: filter.cov[0]!, gain: filter.gain[0]! };
  },
  residual: (at) => {
    const P = matrixOf(at, "Pprior");
    const taken = multiply(multiply(matrixOf(at, "gain"), matrixOf(at, "C")), P);
    return gap(matrixOf(at, "P"), subtract(P, taken));
  },
});
