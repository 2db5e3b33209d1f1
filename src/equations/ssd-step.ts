import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { ssdRecurrence } from "../models/ssd.ts";
import { add, multiply, scale, transpose } from "../numerics/linalg.ts";

export default defineEquation({
  id: "ssd-step",
  name: "The state is the token's decay, one number, times the previous state, plus B bar times the input; the output is C times the state",
  tex: String.raw`\begin{aligned}\sy{h} &= \sy{at}\by\sy{hbefore} + \sy{Bbar}\by\sy{u} \\ \sy{y} &= \sy{Ct}^\top\by\sy{h}\end{aligned}`,
  code: "src/models/ssd.ts#recurrence",
  given: { at: [0, 1], hbefore: [-5, 5], Bbar: [-2, 2], u: [-3, 3], Ct: [-3, 3] },
  /** Two tokens: the first makes the previous state. */
  derive: ({ at, hbefore, Bbar, u, Ct }) => {
    const two = (x: number, y: number) => Float64Array.of(x, y);
    let h = NaN;
    const y = ssdRecurrence(
      {
        L: 2,
        states: 1,
        width: 1,
        a: two(0, at!),
        B: two(hbefore!, Bbar!),
        C: two(0, Ct!),
        x: two(1, u!),
      },
      (state) => (h = state[0]!),
    );
    return { h, y: y[1]! };
  },
  residual: (at) => {
    const kept = scale(matrixOf(at, "hbefore"), numberOf(at, "at"));
    const moved = add(kept, scale(matrixOf(at, "Bbar"), numberOf(at, "u")));
    const read = multiply(transpose(matrixOf(at, "Ct")), matrixOf(at, "h"));
    return Math.max(gap(matrixOf(at, "h"), moved), gap(matrixOf(at, "y"), read));
  },
});
