import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { fromRows } from "../numerics/matrix.ts";
import { simulate } from "../models/ssm.ts";

export default defineEquation({
  id: "half-life",
  name: "The half-life is the logarithm of one half over the logarithm of the size of A",
  tex: String.raw`\sy{halfLife} = \frac{\ln\frac12}{\ln\left|\sy{A}\right|}`,
  code: "src/models/ssm.ts#simulate",
  given: { A: [0.01, 0.99] },
  /** From the simulator, not from the formula: let a state of 1 fade for a step and ask how fast it went. */
  derive: ({ A }) => {
    const model = {
      A: fromRows([[A!]]),
      B: fromRows([[1]]),
      C: fromRows([[1]]),
      D: fromRows([[0]]),
    };
    const { states } = simulate(model, fromRows([[0], [0]]), { h0: Float64Array.of(1) });
    return { halfLife: 1 / -Math.log2(states.data[1]!) };
  },
  /** After that many steps, half is left. */
  residual: (at) => {
    const half = numberOf(at, "halfLife");
    const a = Math.abs(numberOf(at, "A"));
    if (a >= 1) return half === Infinity ? 0 : 1;
    if (a === 0) return half === 0 ? 0 : 1;
    return Math.abs(a ** half - 0.5);
  },
});
