import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { filter } from "../models/fir.ts";
import { add } from "../numerics/linalg.ts";

export default defineEquation({
  id: "parallel-kernels",
  name: "The kernel of two filters in parallel is the sum of their kernels, lag by lag",
  tex: String.raw`\sy{Kparallel} = \sy{W1} + \sy{W2}`,
  code: "src/models/fir.ts#parallel",
  given: { t: [0, 9] },
  /** What both filters together answer to a lone 1. */
  derive: ({ t }) => {
    const kernel = (shift: number) =>
      Float64Array.from({ length: 8 }, (_, i) => Math.cos(i * shift + t!) + 0.3);
    const [W1, W2] = [kernel(1), kernel(2.3)];
    const impulse = Float64Array.from({ length: 8 }, (_, i) => Number(i === 0));
    const [first, second] = [filter(W1, impulse), filter(W2, impulse)];
    return {
      W1: [Array.from(W1)],
      W2: [Array.from(W2)],
      Kparallel: [Array.from(first, (x, i) => x + second[i]!)],
    };
  },
  residual: (at) => gap(matrixOf(at, "Kparallel"), add(matrixOf(at, "W1"), matrixOf(at, "W2"))),
});
