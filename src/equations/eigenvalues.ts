import { defineEquation } from "../kit/equation.ts";
import { matrixOf } from "../kit/bound.ts";
import { eigenvalues2x2 } from "../numerics/eigen2x2.ts";
import { fromRows, toRows } from "../numerics/matrix.ts";

export default defineEquation({
  id: "eigenvalues",
  name: "An eigenvalue is a number lambda for which A minus lambda times the identity has determinant zero",
  tex: String.raw`\det\left(\sy{A} - \sy{lambda} \eye{A}\right) = 0`,
  code: "src/numerics/eigen2x2.ts#eigenvalues",
  /** The four entries of A, chosen freely. */
  given: { A: [-4, 4], B: [-4, 4], C: [-4, 4], D: [-4, 4] },
  /** lambda holds a row [real part, imaginary part] for each eigenvalue. */
  derive: ({ A, B, C, D }) => {
    const matrix = fromRows([
      [A!, B!],
      [C!, D!],
    ]);
    const { re, im } = eigenvalues2x2(matrix);
    return { A: toRows(matrix), lambda: [0, 1].map((k) => [re[k]!, im[k]!]) };
  },
  /** det(A − λI) = (a − λ)(d − λ) − bc in complex arithmetic, relative to the size of its terms. */
  residual: (at) => {
    const [a, b, c, d] = matrixOf(at, "A").data as unknown as [number, number, number, number];
    const lambda = matrixOf(at, "lambda");
    let worst = 0;
    for (let k = 0; k < lambda.rows; k++) {
      const [re, im] = [lambda.data[2 * k]!, lambda.data[2 * k + 1]!];
      const real = (a - re) * (d - re) - im * im - b * c;
      const imaginary = -im * (a - re) - im * (d - re);
      const size = Math.max(1, Math.abs(a * d), Math.abs(b * c), re * re + im * im);
      worst = Math.max(worst, Math.hypot(real, imaginary) / size);
    }
    return worst;
  },
});
