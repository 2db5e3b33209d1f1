import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { gatedStep, sigmoid } from "../models/s6Gate.ts";

export default defineEquation({
  id: "theorem-one",
  name: "The state is one minus the gate times the previous state, plus the gate times the input; the gate is one minus the exponential of minus Delta",
  tex: String.raw`\begin{aligned}\sy{h} &= (1 - \sy{gate})\by\sy{hbefore} + \sy{gate}\by\sy{u} \\ \sy{gate} &= 1 - e^{-\sy{Deltat}}\end{aligned}`,
  code: "src/models/s6Gate.ts#gate",
  given: { Deltat: [0.001, 8], hbefore: [-5, 5], u: [-3, 3] },
  /** The gate as the paper has it, σ(s) where Δ is the softplus of s. */
  derive: ({ Deltat, hbefore, u }) => {
    const gate = sigmoid(Math.log(Math.expm1(Deltat!)));
    return { gate, h: gatedStep(hbefore!, gate, u!) };
  },
  residual: (at) => {
    const kept = Math.exp(-numberOf(at, "Deltat"));
    const moved = kept * numberOf(at, "hbefore") + (1 - kept) * numberOf(at, "u");
    return Math.max(
      Math.abs(numberOf(at, "gate") + kept - 1),
      Math.abs(numberOf(at, "h") - moved) / Math.max(1, Math.abs(moved)),
    );
  },
});
