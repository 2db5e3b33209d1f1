import { gap, matrixOf } from "../kit/bound.ts";
import { defineEquation } from "../kit/equation.ts";
import { closedLoop } from "../models/control.ts";
import { simulate } from "../models/ssm.ts";
import { add, multiply } from "../numerics/linalg.ts";
import { fromRows } from "../numerics/matrix.ts";

export default defineEquation({
  id: "closed-loop",
  name: "With feedback, the next state is A plus B times K, times the state, plus B times what pushes from outside",
  tex: String.raw`\sy{hnext} = \left(\sy{A} + \sy{B}\by\sy{feedback}\right)\by\sy{h} + \sy{B}\by\sy{v}`,
  code: "src/models/control.ts#closedLoop",
  given: { A: [-1.2, 1.2], B: [-2, 2], feedback: [-2, 2], h: [-10, 10], v: [-3, 3] },
  /** From the simulator: the loop without its formula, the input u = K h + v given to A and B. */
  derive: ({ A, B, feedback, h, v }) => {
    const model = {
      A: fromRows([[A!]]),
      B: fromRows([[B!]]),
      C: fromRows([[1]]),
      D: fromRows([[0]]),
    };
    const u = fromRows([[feedback! * h! + v!], [0]]);
    const { states } = simulate(model, u, { h0: Float64Array.of(h!) });
    return { hnext: states.data[1]! };
  },
  residual: (at) => {
    const loop = closedLoop(matrixOf(at, "A"), matrixOf(at, "B"), matrixOf(at, "feedback"));
    const moved = add(
      multiply(loop, matrixOf(at, "h")),
      multiply(matrixOf(at, "B"), matrixOf(at, "v")),
    );
    return gap(matrixOf(at, "hnext"), moved);
  },
});
