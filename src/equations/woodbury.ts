import { gap, matrixOf } from "../kit/bound.ts";
import { defineEquation } from "../kit/equation.ts";
import type { Bound } from "../kit/equation.ts";
import { s4Stages } from "../models/s4Stages.ts";
import { type Complex, complexDivide, complexMultiply } from "../numerics/complex.ts";
import { fromRows } from "../numerics/matrix.ts";
import type { SymbolId } from "../notation.ts";

const numberAt = (at: Bound, id: SymbolId): Complex => {
  const [re, im] = matrixOf(at, id).data;
  return { re: re!, im: im! };
};

export default defineEquation({
  id: "woodbury",
  name: "The transform of the kernel is c k 0 0, minus c k 0 1 times k 1 0 over 1 plus k 1 1",
  tex: String.raw`\sy{Khat} = \sy{ck00} - \sy{ck01}\by\frac{\sy{k10}}{1 + \sy{k11}}`,
  code: "src/models/s4Stages.ts#stages",
  given: { N: [1, 8], L: [2, 12], Delta: [0.05, 1], j: [0, 11] },
  derive: ({ N, L, Delta, j }) => {
    const C = Float64Array.from({ length: Math.round(N!) }, (_, n) => Math.cos(n + 1));
    const length = Math.round(L!);
    const root = s4Stages(C, length, Delta!).roots[Math.round(j!) % length]!;
    const pair = ({ re, im }: Complex) => [[re, im]];
    return {
      L: length,
      j: Math.round(j!) % length,
      Khat: pair(root.K),
      ck00: pair(root.ck00),
      ck01: pair(root.ck01),
      k10: pair(root.k10),
      k11: pair(root.k11),
    };
  },
  residual: (at) => {
    const [a, b] = [numberAt(at, "ck00"), numberAt(at, "ck01")];
    const { re, im } = numberAt(at, "k11");
    const back = complexMultiply(b, complexDivide(numberAt(at, "k10"), { re: 1 + re, im }));
    return gap(matrixOf(at, "Khat"), fromRows([[a.re - back.re, a.im - back.im]]));
  },
});
