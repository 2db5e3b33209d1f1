import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { add, multiply, scale } from "../numerics/linalg.ts";
import { discretize } from "../numerics/discretize.ts";
import { fromRows, identity, toRows } from "../numerics/matrix.ts";

export default defineEquation({
  id: "bilinear",
  name: "Bilinear: A bar is one plus half of delta A, over one minus half of delta A; B bar is delta B over the same",
  tex: String.raw`\begin{aligned}\sy{Abar} &= \left(\eye{A} - \tfrac{\sy{Delta}}{2}\by\sy{A}\right)^{-1}\left(\eye{A} + \tfrac{\sy{Delta}}{2}\by\sy{A}\right) \\[2pt] \sy{Bbar} &= \left(\eye{A} - \tfrac{\sy{Delta}}{2}\by\sy{A}\right)^{-1}\sy{Delta}\by\sy{B}\end{aligned}`,
  code: "src/numerics/discretize.ts#bilinear",
  given: { A: [-4, 0], B: [-2, 2], Delta: [0.01, 2] },
  derive: ({ A, B, Delta }) => {
    const d = discretize(fromRows([[A!]]), fromRows([[B!]]), Delta!, "bilinear");
    return { Abar: toRows(d.A), Bbar: toRows(d.B) };
  },
  /** Both sides multiplied by I − ΔA/2. */
  residual: (at) => {
    const A = matrixOf(at, "A");
    const dt = numberOf(at, "Delta");
    const I = identity(A.rows);
    const back = add(I, scale(A, -dt / 2));
    return Math.max(
      gap(multiply(back, matrixOf(at, "Abar")), add(I, scale(A, dt / 2))),
      gap(multiply(back, matrixOf(at, "Bbar")), scale(matrixOf(at, "B"), dt)),
    );
  },
});
