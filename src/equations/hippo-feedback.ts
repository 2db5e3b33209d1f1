import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { legsFeedback } from "../numerics/hippo.ts";
import { add, multiply, scale, transpose } from "../numerics/linalg.ts";
import { toRows } from "../numerics/matrix.ts";

export default defineEquation({
  id: "hippo-feedback",
  name: "A is its normal part plus kappa times B times K, where K is minus one half of B transposed",
  tex: String.raw`\begin{aligned}\sy{A} &= \sy{Anormal} + \sy{kappa}\by\sy{B}\by\sy{feedback} \\ \sy{feedback} &= -\tfrac12\,\sy{B}^{\top}\end{aligned}`,
  code: "src/numerics/hippo.ts#feedback",
  given: { N: [1, 16], kappa: [0.1, 1] },
  derive: ({ N, kappa }) => {
    const { A, B } = legsFeedback(Math.round(N!), kappa!);
    return {
      A: toRows(A),
      B: Array.from(B, (b) => [b]),
      Anormal: toRows(legsFeedback(B.length, 0).A),
      feedback: [Array.from(B, (b) => -b / 2)],
    };
  },
  residual: (at) => {
    const [B, K] = [matrixOf(at, "B"), matrixOf(at, "feedback")];
    const back = scale(multiply(B, K), numberOf(at, "kappa"));
    return Math.max(
      gap(add(matrixOf(at, "Anormal"), back), matrixOf(at, "A")),
      gap(K, scale(transpose(B), -0.5)),
    );
  },
});
