import { defineEquation } from "../kit/equation.ts";
import { entryOf, gap, matrixOf, numberOf } from "../kit/bound.ts";
import { fromRows } from "../numerics/matrix.ts";
import { multiply } from "../numerics/linalg.ts";
import { simulate } from "../models/ssm.ts";

export default defineEquation({
  id: "memory-kernel",
  name: "What is left of an input after k steps is C times A to the power k times B",
  tex: String.raw`\sy{K}_{\sy{k}} = \sy{C}\by\sy{A}^{\sy{k}}\by\sy{B}`,
  code: "src/models/ssm.ts#simulate",
  given: { A: [-0.99, 0.99], B: [-2, 2], C: [-2, 2], k: [0, 40] },
  /** From the simulator: an input of 1, read k steps after it arrived in the state. */
  derive: ({ A, B, C, k }) => {
    const lag = Math.round(k!);
    const model = {
      A: fromRows([[A!]]),
      B: fromRows([[B!]]),
      C: fromRows([[C!]]),
      D: fromRows([[0]]),
    };
    const u = fromRows(Array.from({ length: lag + 1 }, (_, t) => [t === 0 ? 1 : 0]));
    const { outputs } = simulate(model, u, { readout: "immediate" });
    return { k: lag, K: outputs.data[lag]! };
  },
  residual: (at) => {
    let moved = matrixOf(at, "B");
    const A = matrixOf(at, "A");
    for (let k = numberOf(at, "k"); k > 0; k--) moved = multiply(A, moved);
    return gap(entryOf(at, "K", "k"), multiply(matrixOf(at, "C"), moved));
  },
});
