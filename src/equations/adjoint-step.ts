import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { reverseScan } from "../numerics/reverseScan.ts";

export default defineEquation({
  id: "adjoint-step",
  name: "The gradient that reaches a state is the gradient of its output times C, plus the next token's decay times the gradient that reaches the next state; the gradient by a decay is the gradient that reaches its state times the state before",
  tex: String.raw`\begin{aligned}\sy{adj} &= \sy{ybar}\by\sy{Ct} + \sy{anext}\by\sy{adjnext} \\ \sy{slopea} &= \sy{adj}\by\sy{hbefore}\end{aligned}`,
  code: "src/numerics/reverseScan.ts#reverse",
  given: { ybar: [-2, 2], Ct: [-2, 2], anext: [0, 1.1], adjnext: [-4, 4], hbefore: [-4, 4] },
  /** Three tokens: the state before, the one in question, the next. */
  derive: ({ ybar, Ct, anext, adjnext, hbefore }) => {
    const three = (x: number, y: number, z: number) => Float64Array.of(x, y, z);
    const h = three(hbefore!, 0, 0);
    const { adjoint, da } = reverseScan(three(0, 0.5, anext!), h, three(0, ybar! * Ct!, adjnext!));
    return { adj: adjoint[1]!, slopea: da[1]! };
  },
  residual: (at) => {
    const own = numberOf(at, "ybar") * numberOf(at, "Ct");
    const g = own + numberOf(at, "anext") * numberOf(at, "adjnext");
    const slope = g * numberOf(at, "hbefore");
    const off = Math.abs(numberOf(at, "adj") - g) + Math.abs(numberOf(at, "slopea") - slope);
    return off / Math.max(1, Math.abs(g), Math.abs(slope));
  },
});
