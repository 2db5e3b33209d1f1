import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { fromRows } from "../numerics/matrix.ts";
import { factorOf } from "../models/parity/maps.ts";

export default defineEquation({
  id: "turning-factor",
  name: "The factor is the exponential of the token's Delta times A, times R, a turn by the angle phi",
  tex: String.raw`\sy{Aturn} = e^{\sy{Deltat}\by\sy{A}}\by R(\sy{phi})`,
  code: "src/models/parity/maps.ts#multiplier",
  given: { Deltat: [0.001, 4], A: [-2, -0.001], phi: [-7, 7] },
  derive: ({ Deltat, A, phi }) => {
    const { re, im } = factorOf("rotation", Deltat!, A!, phi! / Deltat!);
    return {
      Aturn: [
        [re, -im],
        [im, re],
      ],
    };
  },
  residual: (at) => {
    const kept = Math.exp(numberOf(at, "Deltat") * numberOf(at, "A"));
    const [cos, sin] = [Math.cos(numberOf(at, "phi")), Math.sin(numberOf(at, "phi"))];
    const turn = fromRows([
      [kept * cos, -kept * sin],
      [kept * sin, kept * cos],
    ]);
    return gap(matrixOf(at, "Aturn"), turn);
  },
});
