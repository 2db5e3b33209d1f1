import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { projection, readOff } from "../models/measures.ts";
import { add, multiply, scale, transpose } from "../numerics/linalg.ts";
import { toRows } from "../numerics/matrix.ts";

const SHAPES = ["legs", "legt", "lagt", "fout"] as const;
const column = (v: Float64Array) => Array.from(v, (x) => [x]);

export default defineEquation({
  id: "hippo-parts",
  name: "A is minus the sum of B times the functions now, transposed, and their drift G",
  tex: String.raw`\sy{A} = -\left(\sy{B}\by\sy{gnow}^{\top} + \sy{drift}\right)`,
  code: "src/models/measures.ts#read-off",
  given: { N: [1, 10], h: [0, 3.999] },
  derive: ({ N, h }) => {
    const { A, B, G, now } = readOff(projection(SHAPES[Math.floor(h!)]!, Math.round(N!)));
    return { A: toRows(A), B: column(B), gnow: column(now), drift: toRows(G) };
  },
  residual: (at) => {
    const outer = multiply(matrixOf(at, "B"), transpose(matrixOf(at, "gnow")));
    return gap(matrixOf(at, "A"), scale(add(outer, matrixOf(at, "drift")), -1));
  },
});
