import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { add, multiply, transpose } from "../numerics/linalg.ts";
import { oneUpdate } from "./shared/oneUpdate.ts";

export default defineEquation({
  id: "kalman-innovation-variance",
  name: "The variance of the innovation is C times the predicted covariance times C transposed, plus R",
  tex: String.raw`\sy{S} = \sy{C}\by\sy{Pprior}\by\sy{C}^{\top} + \sy{R}`,
  code: "src/models/kalman/step.ts#update",
  given: { C: [-2, 2], Pprior: [0, 10], R: [0.01, 4] },
  derive: ({ C, Pprior, R }) => {
    const filter = oneUpdate(C!, Pprior!, R!);
    return { S: filter.innovationCov[0]! };
  },
  residual: (at) => {
    const C = matrixOf(at, "C");
    const seen = multiply(multiply(C, matrixOf(at, "Pprior")), transpose(C));
    return gap(matrixOf(at, "S"), add(seen, matrixOf(at, "R")));
  },
});
