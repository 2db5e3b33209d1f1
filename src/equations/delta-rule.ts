import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { add, multiply, subtract, transpose } from "../numerics/linalg.ts";
import { deltaRule } from "../models/weightRules.ts";

export default defineEquation({
  id: "delta-rule",
  name: "The new estimate is the one before plus beta times C transposed times the difference of the answer and C times the estimate before",
  tex: String.raw`\sy{hdelta} = \sy{hdeltabefore} + \sy{rate}\by\sy{C}^{\top}\by\left(\sy{y} - \sy{C}\by\sy{hdeltabefore}\right)`,
  code: "src/models/weightRules.ts#delta-rule",
  given: { hdeltabefore: [-3, 3], rate: [0, 1], C: [-2, 2], y: [-3, 3] },
  derive: ({ hdeltabefore, rate, C, y }) => ({
    hdelta: deltaRule(Float64Array.of(hdeltabefore!), Float64Array.of(C!), y!, rate!)[0]!,
  }),
  residual: (at) => {
    const [before, C] = [matrixOf(at, "hdeltabefore"), matrixOf(at, "C")];
    const miss = subtract(matrixOf(at, "y"), multiply(C, before));
    const step = multiply(transpose(C), miss);
    const rate = numberOf(at, "rate");
    return gap(
      matrixOf(at, "hdelta"),
      add(before, { ...step, data: step.data.map((x) => rate * x) }),
    );
  },
});
