import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { fromRows } from "../numerics/matrix.ts";
import { startFilter, update } from "../models/kalman.ts";

export default defineEquation({
  id: "log-likelihood",
  name: "Each measurement adds minus one half of: the logarithm of two pi, the logarithm of S, and the innovation squared over S",
  tex: String.raw`\sy{ell} = -\tfrac12\left(\ln 2\pi + \ln\sy{S} + \frac{\left(\sy{e}\right)^2}{\sy{S}}\right)`,
  code: "src/models/kalman/step.ts#update",
  given: { e: [-10, 10], S: [0.05, 20] },
  /** A measurement of e where 0 was predicted, half of the variance from the state and half from the measurement. */
  derive: ({ e, S }) => {
    const half = fromRows([[S! / 2]]);
    const [one, nothing] = [fromRows([[1]]), fromRows([[0]])];
    const model = { A: one, C: one, Q: nothing, R: half, m0: Float64Array.of(0), P0: half };
    const filter = startFilter(model);
    update(filter, model, Float64Array.of(e!));
    return { ell: filter.evidence };
  },
  residual: (at) => {
    const [e, S] = [numberOf(at, "e"), numberOf(at, "S")];
    const wanted = -0.5 * (Math.log(2 * Math.PI) + Math.log(S) + (e * e) / S);
    return Math.abs(numberOf(at, "ell") - wanted) / Math.max(1, Math.abs(wanted));
  },
});
