import { defineEquation } from "../kit/equation.ts";
import { gap, matrixOf, numberOf } from "../kit/bound.ts";
import { expm } from "../numerics/expm.ts";
import { multiply, scale } from "../numerics/linalg.ts";
import { stepWeights } from "../models/mamba3.ts";

export default defineEquation({
  id: "trapezoid-weights",
  name: "Alpha is the exponential of Delta times A; beta is one minus lambda, times Delta, times alpha; gamma is lambda times Delta",
  tex: String.raw`\begin{aligned}\sy{alphat} &= e^{\sy{Delta}\by\sy{A}} \\ \sy{betat} &= (1 - \sy{trap})\by\sy{Delta}\by\sy{alphat} \\ \sy{gammat} &= \sy{trap}\by\sy{Delta}\end{aligned}`,
  code: "src/models/mamba3.ts#weights",
  given: { A: [-4, -0.05], Delta: [0.01, 2], trap: [0, 1] },
  derive: ({ A, Delta, trap }) => {
    const { alpha, beta, gamma } = stepWeights({ re: A!, im: 0 }, Delta!, trap!);
    return { alphat: alpha.re, betat: beta.re, gammat: gamma };
  },
  /** e^{ΔA} is taken as the square of its half. */
  residual: (at) => {
    const [delta, share] = [numberOf(at, "Delta"), numberOf(at, "trap")];
    const half = expm(scale(matrixOf(at, "A"), delta / 2));
    const alpha = multiply(half, half);
    return Math.max(
      gap(matrixOf(at, "alphat"), alpha),
      gap(matrixOf(at, "betat"), scale(alpha, delta - share * delta)),
      Math.abs(numberOf(at, "gammat") - share * delta),
    );
  },
});
