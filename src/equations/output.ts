import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { fromRows } from "../numerics/matrix.ts";
import { add, multiply } from "../numerics/linalg.ts";
import { simulate } from "../models/ssm.ts";

export default defineEquation({
  id: "output",
  name: "The output is C times the state plus D times the input",
  tex: String.raw`\sy{y} = \sy{C}\by\sy{h} + \sy{D}\by\sy{u}`,
  code: "src/models/ssm.ts#simulate",
  given: { C: [-2, 2], D: [-2, 2], h: [-10, 10], u: [-3, 3] },
  derive: ({ C, D, h, u }) => {
    const model = {
      A: fromRows([[0]]),
      B: fromRows([[1]]),
      C: fromRows([[C!]]),
      D: fromRows([[D!]]),
    };
    const { outputs } = simulate(model, fromRows([[u!]]), { h0: Float64Array.of(h!) });
    return { y: outputs.data[0]! };
  },
  residual: (at) => {
    const read = add(
      multiply(matrixOf(at, "C"), matrixOf(at, "h")),
      multiply(matrixOf(at, "D"), matrixOf(at, "u")),
    );
    return gap(matrixOf(at, "y"), read);
  },
});
