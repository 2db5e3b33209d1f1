import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { add, multiply, subtract, transpose } from "../numerics/linalg.ts";
import { identity } from "../numerics/matrix.ts";
import { oneUpdate } from "./shared/oneUpdate.ts";

export default defineEquation({
  id: "joseph-form",
  name: "Joseph's form: the covariance after the update is the identity minus the gain times C, times the predicted covariance, times the same transposed, plus the gain times R times the gain transposed",
  tex: String.raw`\sy{P} = \left(I - \sy{gain}\by\sy{C}\right)\by\sy{Pprior}\by\left(I - \sy{gain}\by\sy{C}\right)^{\top} + \sy{gain}\by\sy{R}\by\sy{gain}^{\top}`,
  code: "src/models/kalman/rounded.ts#joseph",
  given: { C: [-2, 2], Pprior: [0, 10], R: [0.01, 4] },
  derive: ({ C, Pprior, R }) => {
    const filter = oneUpdate(C!, Pprior!, R!);
    return { P: filter.cov[0]!, gain: filter.gain[0]! };
  },
  residual: (at) => {
    const [P, K] = [matrixOf(at, "Pprior"), matrixOf(at, "gain")];
    const left = subtract(identity(P.rows), multiply(K, matrixOf(at, "C")));
    const kept = multiply(multiply(left, P), transpose(left));
    const noise = multiply(multiply(K, matrixOf(at, "R")), transpose(K));
    // An error of K it feels only by its square; the short form, equal on paper, tells that K is the gain.
    return Math.max(
      gap(matrixOf(at, "P"), add(kept, noise)),
      gap(matrixOf(at, "P"), multiply(left, P)),
    );
  },
});
