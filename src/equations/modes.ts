import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { parts, slanted } from "../models/modes.ts";
import { simulate } from "../models/ssm.ts";
import { add, scale } from "../numerics/linalg.ts";
import { fromRows, zeros } from "../numerics/matrix.ts";

export default defineEquation({
  id: "modes",
  name: "The state is the sum of its two parts, each times its eigenvalue to the power t",
  tex: String.raw`\sy{h} = \sy{lambda1}^{\sy{t}}\by\sy{part1} + \sy{lambda2}^{\sy{t}}\by\sy{part2}`,
  code: "src/models/modes.ts#modes",
  /** The start is (C, D); the angle between the directions is φ. */
  given: {
    lambda1: [0.7, 1],
    lambda2: [-1, -0.7],
    t: [0, 20],
    phi: [0.1, 3],
    C: [-2, 2],
    D: [-2, 2],
  },
  /** From the simulator: a state that is left to itself for t steps. */
  derive: ({ lambda1, lambda2, t, phi, C, D }) => {
    const now = Math.round(t!);
    const model = {
      A: slanted(lambda1!, lambda2!, phi!),
      B: zeros(2, 1),
      C: fromRows([[1, 0]]),
      D: zeros(1, 1),
    };
    const { states } = simulate(model, zeros(now + 1, 1), { h0: Float64Array.of(C!, D!) });
    const [first, second] = parts([C!, D!], phi!);
    const column = (p: Iterable<number>) => Array.from(p, (x) => [x]);
    return {
      t: now,
      h: column(states.data.subarray(2 * now)),
      part1: column(first),
      part2: column(second),
    };
  },
  residual: (at) => {
    const part = (lambda: "lambda1" | "lambda2", p: "part1" | "part2") =>
      scale(matrixOf(at, p), numberOf(at, lambda) ** numberOf(at, "t"));
    return gap(matrixOf(at, "h"), add(part("lambda1", "part1"), part("lambda2", "part2")));
  },
});
