import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { defineEquation } from "../kit/equation.ts";
import { measuredGap } from "../models/diagonalLimit.ts";
import { dplr } from "../numerics/dplr.ts";

export default defineEquation({
  id: "dropped-rank",
  name: "The relative difference between the transforms of LegS and of its diagonal with half of B is omega over the root of omega squared plus N squared",
  tex: String.raw`\sy{gapHat} = \frac{\sy{omega}}{\sqrt{\sy{omega}^2 + \sy{N}^2}}`,
  code: "src/models/diagonalLimit.ts#measured",
  given: { N: [1, 32], omega: [0.1, 40] },
  derive: ({ N, omega }) => {
    const size = Math.round(N!);
    return { N: size, gapHat: measuredGap(dplr(size), Float64Array.of(omega!))[0]! };
  },
  residual: (at) => {
    const [w, N] = [numberOf(at, "omega"), numberOf(at, "N")];
    const law = Float64Array.of(w / Math.sqrt(w * w + N * N));
    return gap(matrixOf(at, "gapHat"), { rows: 1, cols: 1, data: law });
  },
});
