import { gap, matrixOf } from "../../kit/bound.ts";
import type { Equation } from "../../kit/equation.ts";
import { predict, startFilter } from "../../models/kalman.ts";
import { add, multiply, transpose } from "../../numerics/linalg.ts";
import { fromRows } from "../../numerics/matrix.ts";

/** A spread carried one step on, A P Aᵀ + Q: of the state alone, or of the filter's prediction. */
export const spread = (id: string, name: string, P: "P" | "Pprior"): Equation => ({
  id,
  name,
  tex: String.raw`\sy{${P}} = \sy{A}\by\sy{Pbefore}\by\sy{A}^{\top} + \sy{Q}`,
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
    return { [P]: filter.cov[0]! };
  },
  residual: (at) => {
    const A = matrixOf(at, "A");
    const moved = multiply(multiply(A, matrixOf(at, "Pbefore")), transpose(A));
    return gap(matrixOf(at, P), add(moved, matrixOf(at, "Q")));
  },
});
