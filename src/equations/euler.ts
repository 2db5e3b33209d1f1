import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { add, scale } from "../numerics/linalg.ts";
import { discretize } from "../numerics/discretize.ts";
import { fromRows, identity, toRows } from "../numerics/matrix.ts";

export default defineEquation({
  id: "euler",
  name: "Euler: A bar is one plus delta A; B bar is delta B",
  tex: String.raw`\begin{aligned}\sy{Abar} &= \eye{A} + \sy{Delta}\by\sy{A} \\[2pt] \sy{Bbar} &= \sy{Delta}\by\sy{B}\end{aligned}`,
  code: "src/numerics/discretize.ts#bilinear",
  given: { A: [-4, 4], B: [-2, 2], Delta: [0.01, 2] },
  derive: ({ A, B, Delta }) => {
    const d = discretize(fromRows([[A!]]), fromRows([[B!]]), Delta!, "euler");
    return { Abar: toRows(d.A), Bbar: toRows(d.B) };
  },
  residual: (at) => {
    const dt = numberOf(at, "Delta");
    const A = matrixOf(at, "A");
    return Math.max(
      gap(matrixOf(at, "Abar"), add(identity(A.rows), scale(A, dt))),
      gap(matrixOf(at, "Bbar"), scale(matrixOf(at, "B"), dt)),
    );
  },
});
