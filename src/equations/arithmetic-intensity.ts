import { numberOf } from "../kit/bound.ts";
import { defineEquation } from "../kit/equation.ts";
import { intensityOf } from "../numerics/roofline.ts";

export default defineEquation({
  id: "arithmetic-intensity",
  name: "Arithmetic intensity is operations over bytes moved",
  tex: String.raw`\sy{intensity} = \frac{\sy{operations}}{\sy{moved}}`,
  code: "src/numerics/roofline.ts#intensity",
  given: { operations: [1, 1e4], moved: [1, 1e3] },
  derive: ({ operations, moved }) => ({ intensity: intensityOf(operations!, moved!) }),
  residual: (at) =>
    Math.abs((numberOf(at, "intensity") * numberOf(at, "moved")) / numberOf(at, "operations") - 1),
});
