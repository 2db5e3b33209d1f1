import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { add, multiply, transpose } from "../numerics/linalg.ts";
import { fromRows } from "../numerics/matrix.ts";
import { startFilter, predict } from "../models/kalman.ts";

export default defineEquation({
  id: "noise-spread",
  name: "The variance of the state is A times the previous variance times A transposed, plus Q",
  tex: String.raw`\sy{P} = \sy{A}\by\sy{Pbefore}\by\sy{A}^{\top} + \sy{Q}`,
  code: "src/models/kalman/step.ts#predict",
  given: { A: [-1.2, 1.2], Pbefore: [0, 10], Q: [0, 4] },
  derive: ({ A, Pbefore, Q }) => {
    const model = {
      A: fromRows([[A!]]),
      C: fromRows([[1]]),
      Q: fromRows([[Q!]]),
      R: fromRows([[1]]),
      m0: Float64Array.of(0),
      P0: fromRows([[Pbefore!]]),
    };
    const filter = startFilter(model);
    predict(filter, model);
    return { P: filter.cov[0]! };
  },
  residual: (at) => {
    const A = matrixOf(at, "A");
    const moved = multiply(multiply(A, matrixOf(at, "Pbefore")), transpose(A));
    return gap(matrixOf(at, "P"), add(moved, matrixOf(at, "Q")));
  },
});
