import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { add, multiply, transpose } from "../numerics/linalg.ts";
import { addUp } from "../models/weightRules.ts";

export default defineEquation({
  id: "linear-attention",
  name: "The new estimate is the one before plus beta times C transposed times the answer",
  tex: String.raw`\sy{hadd} = \sy{haddbefore} + \sy{rate}\by\sy{C}^{\top}\by\sy{y}`,
  code: "src/models/weightRules.ts#linear-attention",
  given: { haddbefore: [-3, 3], rate: [0, 1], C: [-2, 2], y: [-3, 3] },
  derive: ({ haddbefore, rate, C, y }) => ({
    hadd: addUp(Float64Array.of(haddbefore!), Float64Array.of(C!), y!, rate!)[0]!,
  }),
  residual: (at) => {
    const step = multiply(transpose(matrixOf(at, "C")), matrixOf(at, "y"));
    const rate = numberOf(at, "rate");
    return gap(
      matrixOf(at, "hadd"),
      add(matrixOf(at, "haddbefore"), { ...step, data: step.data.map((x) => rate * x) }),
    );
  },
});
