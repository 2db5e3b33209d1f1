import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { dplr } from "../numerics/dplr.ts";
import { legs, rankCorrection } from "../numerics/hippo.ts";
import { multiply, subtract, transpose } from "../numerics/linalg.ts";
import { toRows, zeros } from "../numerics/matrix.ts";

export default defineEquation({
  id: "dplr",
  name: "A is its normal part minus P times P transposed",
  tex: String.raw`\sy{A} = \sy{Anormal} - \sy{Plow}\by\sy{Plow}^{\top}`,
  code: "src/numerics/dplr.ts#dplr",
  given: { N: [1, 16] },
  /** The normal part put together again from its eigenvectors and poles, V Λ V*. */
  derive: ({ N }) => {
    const size = Math.round(N!);
    const { Lambda, V, weight } = dplr(size);
    const H = weight.length;
    const normal = zeros(size, size);
    for (let n = 0; n < size; n++)
      for (let k = 0; k < size; k++)
        for (let j = 0; j < H; j++) {
          const [a, b] = [V.re.data[n * H + j]!, V.im.data[n * H + j]!];
          const [c, d] = [V.re.data[k * H + j]!, V.im.data[k * H + j]!];
          // weight Re(v_n Λ v_k*)
          const [re, im] = [a * c + b * d, b * c - a * d];
          normal.data[n * size + k]! += weight[j]! * (re * Lambda.re[j]! - im * Lambda.im[j]!);
        }
    return {
      A: toRows(legs(size).A),
      Anormal: toRows(normal),
      Plow: toRows(rankCorrection("legs", size)),
    };
  },
  residual: (at) => {
    const P = matrixOf(at, "Plow");
    return gap(subtract(matrixOf(at, "Anormal"), multiply(P, transpose(P))), matrixOf(at, "A"));
  },
});
