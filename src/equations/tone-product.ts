import { gap, matrixOf } from "../kit/bound.ts";
import { defineEquation } from "../kit/equation.ts";
import { inSeries } from "../models/fir.ts";
import { kernelTransform } from "../models/frequency.ts";
import { complexMultiply } from "../numerics/complex.ts";

export default defineEquation({
  id: "tone-product",
  name: "The arrow of a tone of the output is that of the kernel times that of the input",
  tex: String.raw`\sy{yarrow} = \sy{Khat}\by\sy{uarrow}`,
  code: "src/models/frequency.ts#kernel-transform",
  given: { L: [1, 12], j: [0, 12] },
  /** The output is summed term by term; all three are taken apart on a circle that has room for it. */
  derive: ({ L, j }) => {
    const length = Math.round(L!);
    const K = Float64Array.from({ length }, (_, l) => Math.cos(2 * l + length));
    const u = Float64Array.from({ length }, (_, t) => Math.sin(3 * t + 1));
    const arrow = (x: Float64Array) => {
      const { re, im } = kernelTransform(x, Float64Array.of((Math.PI * Math.round(j!)) / length));
      return [[re[0]!, im[0]!]];
    };
    return {
      L: length,
      j: Math.round(j!),
      Khat: arrow(K),
      uarrow: arrow(u),
      yarrow: arrow(inSeries(K, u)),
    };
  },
  residual: (at) => {
    const [K, u] = (["Khat", "uarrow"] as const).map((id) => {
      const [re, im] = matrixOf(at, id).data;
      return { re: re!, im: im! };
    });
    const { re, im } = complexMultiply(K!, u!);
    return gap(matrixOf(at, "yarrow"), { rows: 1, cols: 2, data: Float64Array.of(re, im) });
  },
});
