import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { legs } from "../numerics/hippo.ts";
import { legsStep } from "../numerics/legsStep.ts";
import { add, multiply, scale } from "../numerics/linalg.ts";
import { toRows } from "../numerics/matrix.ts";

const column = (v: Float64Array) => Array.from(v, (x) => [x]);

export default defineEquation({
  id: "hippo-scaled",
  name: "The coefficients change at the rate A c plus B u, divided by the time that has passed",
  tex: String.raw`\sy{cdot} = \frac{1}{\sy{t}}\left(\sy{A}\by\sy{coef} + \sy{B}\by\sy{u}\right)`,
  code: "src/numerics/legsStep.ts#scaled",
  given: { N: [1, 12], t: [1, 30], u: [0.5, 2], h: [-2, 2] },
  /** The rate is what one Euler step of length 1 adds, by the O(N) code that never forms A. */
  derive: ({ N: size, t, u, h }) => {
    const N = Math.round(size!);
    const c = Float64Array.from({ length: N }, (_, n) => Math.cos(n + h!));
    const { A, B } = legs(N);
    const next = c.slice();
    legsStep(N).gbt(next, u!, 1 / t!, 0);
    return {
      coef: column(c),
      cdot: column(next.map((x, n) => x - c[n]!)),
      A: toRows(A),
      B: column(B),
    };
  },
  residual: (at) => {
    const pull = multiply(matrixOf(at, "A"), matrixOf(at, "coef"));
    const push = multiply(matrixOf(at, "B"), matrixOf(at, "u"));
    return gap(matrixOf(at, "cdot"), scale(add(pull, push), 1 / numberOf(at, "t")));
  },
});
