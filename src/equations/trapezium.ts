import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { discretize } from "../numerics/discretize.ts";
import { add, multiply, scale } from "../numerics/linalg.ts";
import { fromRows } from "../numerics/matrix.ts";

export default defineEquation({
  id: "trapezium",
  name: "The next state is the state plus half of delta times the sum of two rates: A times the state plus B times the input, and A times the next state plus B times the input",
  tex: String.raw`\sy{hnext} = \sy{h} + \tfrac{\sy{Delta}}{2}\by\left(\sy{A}\by\sy{h} + \sy{B}\by\sy{u} + \sy{A}\by\sy{hnext} + \sy{B}\by\sy{u}\right)`,
  code: "src/numerics/discretize.ts#bilinear",
  given: { A: [-4, 0], B: [-2, 2], Delta: [0.05, 2], h: [-2, 2], u: [-2, 2] },
  derive: ({ A, B, Delta, h, u }) => {
    const d = discretize(fromRows([[A!]]), fromRows([[B!]]), Delta!, "bilinear");
    return { hnext: d.A.data[0]! * h! + d.B.data[0]! * u! };
  },
  residual: (at) => {
    const pushed = multiply(matrixOf(at, "B"), matrixOf(at, "u"));
    const rate = (id: "h" | "hnext") => add(multiply(matrixOf(at, "A"), matrixOf(at, id)), pushed);
    const change = scale(add(rate("h"), rate("hnext")), numberOf(at, "Delta") / 2);
    return gap(matrixOf(at, "hnext"), add(matrixOf(at, "h"), change));
  },
});
