import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { gateDelta } from "../models/kalman.ts";

export default defineEquation({
  id: "gate-delta",
  name: "Delta is the softplus of the logarithm of the predicted variance minus the logarithm of R",
  tex: String.raw`\sy{Delta} = \operatorname{softplus}\left(\ln\sy{Pprior} - \ln\sy{R}\right)`,
  code: "src/models/kalman/gate.ts#gate",
  given: { Pprior: [0.001, 10], R: [0.01, 50] },
  derive: ({ Pprior, R }) => ({ Delta: gateDelta(Pprior!, R!) }),
  residual: (at) => {
    const x = Math.log(numberOf(at, "Pprior")) - Math.log(numberOf(at, "R"));
    // ln(1 + eˣ) without overflow. At P = 0 the logarithm is −∞ and the softplus 0.
    const softplus = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    return Math.abs(numberOf(at, "Delta") - softplus);
  },
});
