import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { fromRows } from "../numerics/matrix.ts";
import { add, multiply } from "../numerics/linalg.ts";
import { generator } from "../numerics/random.ts";
import { simulate } from "../models/ssm.ts";

export default defineEquation({
  id: "noisy-output",
  name: "What is measured is C times the state plus the measurement noise",
  tex: String.raw`\sy{y} = \sy{C}\by\sy{h} + \sy{n}`,
  code: "src/models/ssm.ts#simulate",
  given: { C: [-2, 2], h: [-10, 10], R: [0, 4] },
  /** From the simulator, with its own draw of n; the draw again, by itself. */
  derive: ({ C, h, R }) => {
    const model = {
      A: fromRows([[1]]),
      B: fromRows([[1]]),
      C: fromRows([[C!]]),
      D: fromRows([[0]]),
    };
    const { outputs } = simulate(model, fromRows([[0]]), {
      h0: Float64Array.of(h!),
      noise: { R: fromRows([[R!]]), seed: 1 },
    });
    return { y: outputs.data[0]!, n: Math.sqrt(R!) * generator(1).normal() };
  },
  residual: (at) => {
    const read = multiply(matrixOf(at, "C"), matrixOf(at, "h"));
    return gap(matrixOf(at, "y"), add(read, matrixOf(at, "n")));
  },
});
