import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { fromRows } from "../numerics/matrix.ts";
import { add, multiply } from "../numerics/linalg.ts";
import { simulate } from "../models/ssm.ts";

export default defineEquation({
  id: "state-update",
  name: "The next state is A times the state plus B times the input",
  tex: String.raw`\sy{hnext} = \sy{A}\by\sy{h} + \sy{B}\by\sy{u}`,
  code: "src/models/ssm.ts#simulate",
  given: { A: [-1.2, 1.2], B: [-2, 2], h: [-10, 10], u: [-3, 3] },
  derive: ({ A, B, h, u }) => {
    const model = {
      A: fromRows([[A!]]),
      B: fromRows([[B!]]),
      C: fromRows([[1]]),
      D: fromRows([[0]]),
    };
    const { states } = simulate(model, fromRows([[u!], [0]]), { h0: Float64Array.of(h!) });
    return { hnext: states.data[1]! };
  },
  residual: (at) => {
    const moved = add(
      multiply(matrixOf(at, "A"), matrixOf(at, "h")),
      multiply(matrixOf(at, "B"), matrixOf(at, "u")),
    );
    return gap(matrixOf(at, "hnext"), moved);
  },
});
