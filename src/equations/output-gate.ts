import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { silu } from "../models/s6Gate.ts";

export default defineEquation({
  id: "output-gate",
  name: "What leaves the gate is the output times z times the logistic function of z",
  tex: String.raw`\sy{ygated} = \sy{y}\by\frac{\sy{z}}{1 + e^{-\sy{z}}}`,
  code: "src/models/mamba/forward.ts#gate",
  given: { y: [-5, 5], z: [-20, 20] },
  derive: ({ y, z }) => ({ ygated: y! * silu(z!) }),
  residual: (at) => {
    const [y, z] = [numberOf(at, "y"), numberOf(at, "z")];
    const gated = (y * z) / (1 + Math.exp(-z));
    return Math.abs(numberOf(at, "ygated") - gated) / Math.max(1, Math.abs(gated));
  },
});
