import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { legs } from "../numerics/hippo.ts";
import { add, multiply, scale, transpose } from "../numerics/linalg.ts";
import { identity, toRows } from "../numerics/matrix.ts";

export default defineEquation({
  id: "hippo-sum",
  name: "A plus A transposed is minus the sum of the identity and B times B transposed",
  tex: String.raw`\sy{A} + \sy{A}^\top = -\left(\eye{A} + \sy{B}\by\sy{B}^\top\right)`,
  code: "src/numerics/hippo.ts#legs",
  given: { N: [1, 24] },
  derive: ({ N }) => {
    const { A, B } = legs(Math.round(N!));
    return { A: toRows(A), B: Array.from(B, (b) => [b]) };
  },
  residual: (at) => {
    const [A, B] = [matrixOf(at, "A"), matrixOf(at, "B")];
    const loss = add(identity(A.rows), multiply(B, transpose(B)));
    return gap(add(A, transpose(A)), scale(loss, -1));
  },
});
