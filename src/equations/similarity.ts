import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { inBasis } from "../models/basis.ts";
import { multiply } from "../numerics/linalg.ts";
import { fromRows, toRows } from "../numerics/matrix.ts";

export default defineEquation({
  id: "similarity",
  name: "In a new basis T, A becomes the inverse of T times A times T, B the inverse of T times B, and C becomes C times T",
  tex: String.raw`\begin{aligned}\sy{Anew} &= \sy{basis}^{-1}\by\sy{A}\by\sy{basis} \\ \sy{Bnew} &= \sy{basis}^{-1}\by\sy{B} \\ \sy{Cnew} &= \sy{C}\by\sy{basis}\end{aligned}`,
  code: "src/models/basis.ts#basis",
  /** Four numbers of which all matrices are made. */
  given: { A: [-0.9, 0.9], B: [-0.9, 0.9], C: [-0.9, 0.9], D: [-0.9, 0.9] },
  derive: ({ A: a, B: b, C: c, D: d }) => {
    const model = {
      A: fromRows([
        [a!, b!],
        [c!, d!],
      ]),
      B: fromRows([[a! + 1], [d!]]),
      C: fromRows([[b!, 1 - a!]]),
      D: fromRows([[0]]),
    };
    const T = fromRows([
      [1, c!],
      [d!, -1],
    ]);
    const z = inBasis(model, T);
    return {
      A: toRows(model.A),
      B: toRows(model.B),
      C: toRows(model.C),
      basis: toRows(T),
      Anew: toRows(z.A),
      Bnew: toRows(z.B),
      Cnew: toRows(z.C),
    };
  },
  /** With T on both sides, so that nothing is inverted a second time. */
  residual: (at) => {
    const T = matrixOf(at, "basis");
    return Math.max(
      gap(multiply(T, matrixOf(at, "Anew")), multiply(matrixOf(at, "A"), T)),
      gap(multiply(T, matrixOf(at, "Bnew")), matrixOf(at, "B")),
      gap(matrixOf(at, "Cnew"), multiply(matrixOf(at, "C"), T)),
    );
  },
});
