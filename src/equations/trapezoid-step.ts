import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { add, multiply, scale } from "../numerics/linalg.ts";
import { stepState } from "../models/mamba3.ts";

export default defineEquation({
  id: "trapezoid-step",
  name: "The state is alpha times the previous state, plus beta times B times the previous input, plus gamma times B times the input",
  tex: String.raw`\sy{h} = \sy{alphat}\by\sy{hbefore} + \sy{betat}\by\sy{B}\by\sy{ubefore} + \sy{gammat}\by\sy{B}\by\sy{u}`,
  code: "src/models/mamba3.ts#step",
  given: {
    alphat: [-1, 1],
    betat: [-1, 1],
    gammat: [0, 2],
    B: [1, 1],
    hbefore: [-5, 5],
    ubefore: [-3, 3],
    u: [-3, 3],
  },
  derive: ({ alphat, betat, gammat, hbefore, ubefore, u }) => {
    const real = (re: number) => ({ re, im: 0 });
    const weights = { alpha: real(alphat!), beta: real(betat!), gamma: gammat! };
    return { h: stepState(weights, real(hbefore!), ubefore!, u!).re };
  },
  residual: (at) => {
    const B = matrixOf(at, "B");
    const kept = multiply(matrixOf(at, "alphat"), matrixOf(at, "hbefore"));
    const before = scale(multiply(matrixOf(at, "betat"), B), numberOf(at, "ubefore"));
    const now = scale(B, numberOf(at, "gammat") * numberOf(at, "u"));
    return gap(matrixOf(at, "h"), add(add(kept, before), now));
  },
});
