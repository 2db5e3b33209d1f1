import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { gateDelta, gateGain } from "../models/kalman.ts";

export default defineEquation({
  id: "gain-gate",
  name: "The Kalman gain is one minus the exponential of minus Delta, the form of Mamba's gate",
  tex: String.raw`\sy{gain} = \frac{\sy{Pprior}}{\sy{Pprior} + \sy{R}} = 1 - e^{-\sy{Delta}}`,
  code: "src/models/kalman/gate.ts#gate",
  given: { Pprior: [0, 10], R: [0.01, 50] },
  derive: ({ Pprior, R }) => {
    const Delta = gateDelta(Pprior!, R!);
    return { Delta, gain: gateGain(Delta) };
  },
  residual: (at) => {
    const [P, K] = [numberOf(at, "Pprior"), numberOf(at, "gain")];
    const asGain = Math.abs(K * (P + numberOf(at, "R")) - P) / Math.max(1, P);
    return Math.max(asGain, Math.abs(K - (1 - Math.exp(-numberOf(at, "Delta")))));
  },
});
