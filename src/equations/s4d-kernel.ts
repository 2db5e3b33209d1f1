import { defineEquation } from "../kit/equation.ts";
import { entryOf, gap, matrixOf, numberOf } from "../kit/bound.ts";
import { linKernel, lin } from "../models/s4d.ts";
import { complexDivide, complexExp, complexExpm1, complexMultiply } from "../numerics/complex.ts";

export default defineEquation({
  id: "s4d-kernel",
  name: "The kernel at lag k is twice the real part of a sum over the poles: weight, times what one held step takes in, times the decay since then",
  tex: String.raw`\sy{K}_{\sy{k}} = 2\,\mathrm{Re}\sum_n \sy{Ctilde}_n\,\frac{e^{\sy{Delta}\by\sy{Lambda}_n} - 1}{\sy{Lambda}_n}\,e^{\sy{k}\by\sy{Delta}\by\sy{Lambda}_n}`,
  code: "src/models/s4d.ts#vandermonde",
  given: { N: [1, 8], Delta: [0.1, 0.4], k: [0, 8] },
  /** Real and imaginary parts of each pole and weight stand side by side, a row a pole. */
  derive: ({ N, Delta, k }) => {
    const [half, lag] = [Math.round(N!), Math.round(k!)];
    const C = {
      re: Float64Array.from({ length: half }, (_, n) => 4 * Math.cos(n + 1)),
      im: Float64Array.from({ length: half }, (_, n) => 4 * Math.sin(3 * n + 1)),
    };
    const { A } = lin(half);
    return {
      k: lag,
      Ctilde: Array.from(C.re, (re, n) => [re, C.im[n]!]),
      Lambda: Array.from(A.re, (re, n) => [re, A.im[n]!]),
      K: linKernel(C, lag + 1, Delta!)[lag]!,
    };
  },
  residual: (at) => {
    const [C, poles] = [matrixOf(at, "Ctilde").data, matrixOf(at, "Lambda").data];
    const [dt, k] = [numberOf(at, "Delta"), numberOf(at, "k")];
    let sum = 0;
    for (let n = 0; n < poles.length; n += 2) {
      const a = { re: poles[n]!, im: poles[n + 1]! };
      const held = complexDivide(complexExpm1({ re: dt * a.re, im: dt * a.im }), a);
      const left = complexExp({ re: k * dt * a.re, im: k * dt * a.im });
      const c = { re: C[n]!, im: C[n + 1]! };
      sum += 2 * complexMultiply(complexMultiply(c, held), left).re;
    }
    return gap(entryOf(at, "K", "k"), { rows: 1, cols: 1, data: Float64Array.of(sum) });
  },
});
