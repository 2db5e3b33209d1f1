import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { fromRows } from "../numerics/matrix.ts";
import { localLevel, predict, startFilter, update } from "../models/kalman.ts";

export default defineEquation({
  id: "local-level",
  name: "The estimated level is the previous one plus the gain times what the measurement is above it",
  tex: String.raw`\sy{hhat} = \sy{hhatbefore} + \sy{gain}\by\left(\sy{y} - \sy{hhatbefore}\right)`,
  code: "src/models/kalman/step.ts#update",
  given: { hhatbefore: [-10, 10], Pbefore: [0, 10], Q: [0, 4], R: [0.01, 4], y: [-10, 10] },
  /** One step of the local level model's own filter. */
  derive: ({ hhatbefore, Pbefore, Q, R, y }) => {
    const { A, C, ...noise } = localLevel({ irregular: R!, level: Q! });
    const model = {
      A,
      C,
      Q: noise.Q,
      R: noise.R,
      m0: Float64Array.of(hhatbefore!),
      P0: fromRows([[Pbefore!]]),
    };
    const filter = startFilter(model);
    predict(filter, model);
    update(filter, model, Float64Array.of(y!));
    return { hhat: filter.mean[0]!, gain: filter.gain[0]! };
  },
  residual: (at) => {
    const before = numberOf(at, "hhatbefore");
    const wanted = before + numberOf(at, "gain") * (numberOf(at, "y") - before);
    const size = Math.max(1, Math.abs(before), Math.abs(numberOf(at, "y")));
    return Math.abs(numberOf(at, "hhat") - wanted) / size;
  },
});
