import { defineEquation } from "../kit/equation.ts";
import { matrixOf, numberOf } from "../kit/bound.ts";
import { ssdMatrix } from "../models/ssd.ts";

export default defineEquation({
  id: "ssd-weight",
  name: "What output i hears of token j is C of i times B bar of j, times all decays in between",
  tex: String.raw`\sy{Mij} = \sy{Ci}^\top\by\sy{Bj}\by\sy{Lij}`,
  code: "src/models/ssd.ts#matrix",
  given: { Ci: [-3, 3], Bj: [-2, 2], Lij: [0, 1] },
  derive: ({ Ci, Bj, Lij }) => {
    const two = (x: number, y: number) => Float64Array.of(x, y);
    const M = ssdMatrix({
      L: 2,
      states: 1,
      width: 1,
      a: two(1, Lij!),
      B: two(Bj!, 0),
      C: two(0, Ci!),
      x: two(0, 0),
    });
    return { Mij: M.data[2]! };
  },
  residual: (at) => {
    const [C, B] = [matrixOf(at, "Ci").data, matrixOf(at, "Bj").data];
    const weight = numberOf(at, "Lij") * C.reduce((sum, c, n) => sum + c * B[n]!, 0);
    return Math.abs(numberOf(at, "Mij") - weight) / Math.max(1, Math.abs(weight));
  },
});
