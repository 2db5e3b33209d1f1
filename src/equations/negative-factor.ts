import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { factorOf } from "../models/parity/maps.ts";

export default defineEquation({
  id: "negative-factor",
  name: "The factor is twice the exponential of the token's Delta times A, minus one: between minus one and one",
  tex: String.raw`\sy{Aboth} = 2\,e^{\sy{Deltat}\by\sy{A}} - 1`,
  code: "src/models/parity/maps.ts#multiplier",
  given: { Deltat: [0.001, 8], A: [-8, -0.01] },
  derive: ({ Deltat, A }) => ({ Aboth: factorOf("negative", Deltat!, A!, 0).re }),
  residual: (at) => {
    const half = Math.exp((numberOf(at, "Deltat") / 2) * numberOf(at, "A"));
    return Math.abs(numberOf(at, "Aboth") - (half * half + half * half - 1));
  },
});
