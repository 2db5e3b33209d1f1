import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { s6Step } from "../models/s6.ts";

export default defineEquation({
  id: "selective-recurrence",
  name: "The state is the exponential of the token's Delta times A, times the previous state, plus the token's Delta times its B times the input",
  tex: String.raw`\sy{h} = e^{\sy{Deltat}\by\sy{A}}\by\sy{hbefore} + \sy{Deltat}\by\sy{Bt}\by\sy{u}`,
  code: "src/models/s6Kernel.ts#step",
  given: { Deltat: [0.001, 8], A: [-8, -0.1], Bt: [-3, 3], hbefore: [-5, 5], u: [-3, 3] },
  derive: ({ Deltat, A, Bt, hbefore, u }) => {
    const one = (x: number) => Float64Array.of(x);
    const h = one(hbefore!);
    const model = { channels: 1, states: 1, A: one(A!), D: one(0) };
    s6Step(model, h, { u: one(u!), delta: one(Deltat!), B: one(Bt!), C: one(1) });
    return { h: h[0]! };
  },
  residual: (at) => {
    const delta = numberOf(at, "Deltat");
    const kept = Math.exp(delta * numberOf(at, "A")) * numberOf(at, "hbefore");
    const moved = kept + delta * numberOf(at, "Bt") * numberOf(at, "u");
    return Math.abs(numberOf(at, "h") - moved) / Math.max(1, Math.abs(moved));
  },
});
