import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { remnants } from "../models/variation.ts";
import { expm } from "../numerics/expm.ts";
import { add, multiply, scale } from "../numerics/linalg.ts";

/** An input whose answer is known in closed form: the line u(s) = 1 + s. */
const lineEnd = (a: number, b: number, h: number, dt: number) => {
  const e = Math.expm1(a * dt);
  return (e + 1) * h + b * (e / a + (e / a - dt) / a);
};

export default defineEquation({
  id: "variation",
  name: "The next state is e to the delta A times the state, plus the integral over the step of e to the delta minus s A, times B, times the input at s",
  tex: String.raw`\sy{hnext} = e^{\sy{Delta}\by\sy{A}}\by\sy{h} + \sy{camein}`,
  code: "src/models/variation.ts#slices",
  given: { A: [-4, -0.1], B: [-2, 2], Delta: [0.05, 2], h: [-2, 2] },
  derive: ({ A, B, Delta, h }) => {
    const edges = Float64Array.from({ length: 9 }, (_, k) => (k / 8) * Delta!);
    const parts = remnants({ a: A!, b: B! }, (s) => 1 + s, edges);
    return {
      camein: parts.reduce((sum, x) => sum + x, 0),
      hnext: lineEnd(A!, B!, h!, Delta!),
    };
  },
  residual: (at) => {
    const fade = expm(scale(matrixOf(at, "A"), numberOf(at, "Delta")));
    const kept = multiply(fade, matrixOf(at, "h"));
    return gap(matrixOf(at, "hnext"), add(kept, matrixOf(at, "camein")));
  },
});
