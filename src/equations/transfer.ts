import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { defineEquation } from "../kit/equation.ts";
import { kernelTransform, transfer } from "../models/frequency.ts";
import { impulseResponse } from "../models/ssm.ts";
import { fromRows, toRows } from "../numerics/matrix.ts";

/** Lags after which nothing is left of a kernel whose eigenvalues are no larger than 0.85. */
const LAGS = 300;

export default defineEquation({
  id: "transfer",
  name: "The response H to a frequency omega is C times the inverse of e to the i omega times the identity minus A bar, times B bar, plus D",
  tex: String.raw`\sy{H} = \sy{C}\by\left(e^{i\sy{omega}} \eye{Abar} - \sy{Abar}\right)^{-1}\by\sy{Bbar} + \sy{D}`,
  code: "src/models/frequency.ts#transfer",
  given: { A: [-0.6, 0.6], B: [-0.6, 0.6], C: [-2, 2], D: [-2, 2], omega: [0.01, 3.1] },
  /** Not by solving: the Fourier transform of the kernel. H is a row [real part, imaginary part]. */
  derive: ({ A, B, C, D, omega }) => {
    const model = {
      A: fromRows([
        [A!, -B!],
        [B!, A!],
      ]),
      B: fromRows([[1], [0.5]]),
      C: fromRows([[C!, 1]]),
      D: fromRows([[D!]]),
    };
    const K = impulseResponse(model, LAGS).outputs.data;
    const { re, im } = kernelTransform(K, Float64Array.of(omega!));
    return {
      Abar: toRows(model.A),
      Bbar: toRows(model.B),
      C: toRows(model.C),
      H: [[re[0]!, im[0]!]],
    };
  },
  residual: (at) => {
    const w = numberOf(at, "omega");
    const model = {
      A: matrixOf(at, "Abar"),
      B: matrixOf(at, "Bbar"),
      C: matrixOf(at, "C"),
      D: matrixOf(at, "D"),
    };
    const z = { re: Float64Array.of(Math.cos(w)), im: Float64Array.of(Math.sin(w)) };
    const { re, im } = transfer(model, z);
    return gap(matrixOf(at, "H"), fromRows([[re[0]!, im[0]!]]));
  },
});
