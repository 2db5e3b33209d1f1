import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { mambaRule } from "../numerics/discretize.ts";

export default defineEquation({
  id: "mamba-rule",
  name: "Mamba's rule: A bar is the exponential of delta A; B bar is delta B",
  tex: String.raw`\begin{aligned}\sy{Abar} &= e^{\sy{Delta}\by\sy{A}} \\[2pt] \sy{Bbar} &= \sy{Delta}\by\sy{B}\end{aligned}`,
  code: "src/numerics/discretize.ts#mamba",
  given: { A: [-16, -0.1], B: [-2, 2], Delta: [0.01, 2] },
  derive: ({ A, B, Delta }) => {
    const d = mambaRule(Float64Array.of(A!), Float64Array.of(B!), Delta!);
    return { Abar: d.A[0]!, Bbar: d.B[0]! };
  },
  /** ln Ā = ΔA where Ā is not too small for a logarithm. */
  residual: (at) => {
    const [A, B, Delta] = [numberOf(at, "A"), numberOf(at, "B"), numberOf(at, "Delta")];
    const [Abar, Bbar] = [numberOf(at, "Abar"), numberOf(at, "Bbar")];
    const kept =
      Abar > 1e-300 ? Math.abs(Math.log(Abar) - Delta * A) / (1 + Math.abs(Delta * A)) : 0;
    return Math.max(kept, Math.abs(Bbar - Delta * B) / Math.max(1, Math.abs(Delta * B)));
  },
});
