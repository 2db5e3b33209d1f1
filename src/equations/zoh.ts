import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { expm } from "../numerics/expm.ts";
import { multiply, scale, subtract } from "../numerics/linalg.ts";
import { discretize } from "../numerics/discretize.ts";
import { fromRows, identity, toRows } from "../numerics/matrix.ts";

export default defineEquation({
  id: "zoh",
  name: "Zero-order hold: A bar is the exponential of delta A; B bar is the inverse of A times that minus one, times B",
  tex: String.raw`\begin{aligned}\sy{Abar} &= e^{\sy{Delta}\by\sy{A}} \\[2pt] \sy{Bbar} &= \sy{A}^{-1}\left(\sy{Abar} - \eye{Abar}\right)\by\sy{B}\end{aligned}`,
  code: "src/numerics/discretize.ts#zoh",
  given: { A: [-4, -0.1], B: [-2, 2], Delta: [0.01, 2] },
  derive: ({ A, B, Delta }) => {
    const d = discretize(fromRows([[A!]]), fromRows([[B!]]), Delta!, "zoh");
    return { Abar: toRows(d.A), Bbar: toRows(d.B) };
  },
  /** A B̄ = (Ā − I) B needs no inverse, and e^{ΔA} is taken as the square of its half. */
  residual: (at) => {
    const [A, B, Abar, Bbar] = [
      matrixOf(at, "A"),
      matrixOf(at, "B"),
      matrixOf(at, "Abar"),
      matrixOf(at, "Bbar"),
    ] as const;
    const half = expm(scale(A, numberOf(at, "Delta") / 2));
    return Math.max(
      gap(Abar, multiply(half, half)),
      gap(multiply(A, Bbar), multiply(subtract(Abar, identity(A.rows)), B)),
    );
  },
});
