import { defineEquation } from "../kit/equation.ts";
import { matrixOf, numberOf } from "../kit/bound.ts";
import { ssdStages } from "../models/ssdChunked.ts";

export default defineEquation({
  id: "ssd-chunk",
  name: "An output is what it hears inside its chunk, plus C times the state that entered the chunk, times the decays since",
  tex: String.raw`\sy{y} = \sy{yinside} + \sy{since}\by\sy{Ct}^\top\by\sy{hin}`,
  code: "src/models/ssdChunked.ts#output",
  given: { yinside: [-3, 3], since: [0, 1], Ct: [-3, 3], hin: [-5, 5] },
  /** Two chunks of one token, two states: one carries over, the other is of the chunk itself. */
  derive: ({ yinside, since, Ct, hin }) => {
    const list = (...x: number[]) => Float64Array.from(x);
    const { y } = ssdStages(
      {
        L: 2,
        states: 2,
        width: 1,
        a: list(0, since!),
        B: list(hin!, 0, 0, yinside!),
        C: list(0, 0, Ct!, 1),
        x: list(1, 1),
      },
      1,
    );
    return { y: y[1]! };
  },
  residual: (at) => {
    const [C, h] = [matrixOf(at, "Ct").data, matrixOf(at, "hin").data];
    const carried = numberOf(at, "since") * C.reduce((sum, c, n) => sum + c * h[n]!, 0);
    const y = numberOf(at, "yinside") + carried;
    return Math.abs(numberOf(at, "y") - y) / Math.max(1, Math.abs(y));
  },
});
