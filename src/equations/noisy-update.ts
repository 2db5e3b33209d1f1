import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { fromRows } from "../numerics/matrix.ts";
import { add, multiply } from "../numerics/linalg.ts";
import { generator } from "../numerics/random.ts";
import { simulate } from "../models/ssm.ts";

export default defineEquation({
  id: "noisy-update",
  name: "The state is A times the previous state plus B times the input plus the process noise",
  tex: String.raw`\sy{h} = \sy{A}\by\sy{hbefore} + \sy{B}\by\sy{u} + \sy{v}`,
  code: "src/models/ssm.ts#simulate",
  given: { A: [-1.2, 1.2], B: [-2, 2], hbefore: [-10, 10], u: [-3, 3], Q: [0, 4] },
  /** From the simulator, with its own draw of v; the draw again, by itself. */
  derive: ({ A, B, hbefore, u, Q }) => {
    const model = {
      A: fromRows([[A!]]),
      B: fromRows([[B!]]),
      C: fromRows([[1]]),
      D: fromRows([[0]]),
    };
    const { states } = simulate(model, fromRows([[u!]]), {
      h0: Float64Array.of(hbefore!),
      readout: "immediate",
      noise: { Q: fromRows([[Q!]]), seed: 1 },
    });
    return { h: states.data[0]!, v: Math.sqrt(Q!) * generator(1).normal() };
  },
  residual: (at) => {
    const moved = add(
      multiply(matrixOf(at, "A"), matrixOf(at, "hbefore")),
      multiply(matrixOf(at, "B"), matrixOf(at, "u")),
    );
    return gap(matrixOf(at, "h"), add(moved, matrixOf(at, "v")));
  },
});
