import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { legs } from "../numerics/hippo.ts";
import { toRows, zeros } from "../numerics/matrix.ts";

export default defineEquation({
  id: "hippo-legs",
  name: "An entry of A is minus the root of 2n plus 1 times 2k plus 1 below the diagonal, minus n plus 1 on it, and zero above",
  tex: String.raw`\sy{A}_{nk} = \begin{cases} -\sqrt{(2n+1)(2k+1)} & n > k \\ -(n+1) & n = k \\ 0 & n < k \end{cases}`,
  code: "src/numerics/hippo.ts#legs",
  given: { N: [1, 24] },
  derive: ({ N }) => ({ A: toRows(legs(Math.round(N!)).A) }),
  residual: (at) => {
    const A = matrixOf(at, "A");
    const wanted = zeros(A.rows, A.rows);
    for (let n = 0; n < A.rows; n++) {
      wanted.data[n * A.rows + n] = -(n + 1);
      for (let k = 0; k < n; k++)
        wanted.data[n * A.rows + k] = -Math.sqrt((2 * n + 1) * (2 * k + 1));
    }
    return gap(A, wanted);
  },
});
