import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf } from "../kit/bound.ts";
import { multiply } from "../numerics/linalg.ts";
import { advance } from "../models/parity/pass.ts";

export default defineEquation({
  id: "multiplied-state",
  name: "The state is the token's A bar times the previous state",
  tex: String.raw`\sy{h} = \sy{Abar}\by\sy{hbefore}`,
  code: "src/models/parity/pass.ts#real",
  given: { Abar: [-1, 1], hbefore: [-3, 3] },
  derive: ({ Abar, hbefore }) => {
    const h = Float64Array.of(hbefore!, 0, 0, 0);
    const maps = {
      re: Float64Array.of(Abar!, 0, 0, 0),
      im: new Float64Array(4),
      b: new Float64Array(4),
    };
    advance({ kind: "negative", N: 2, units: 1 }, maps, 0, h, 0, 2);
    return { h: h[2]! };
  },
  residual: (at) => gap(matrixOf(at, "h"), multiply(matrixOf(at, "Abar"), matrixOf(at, "hbefore"))),
});
