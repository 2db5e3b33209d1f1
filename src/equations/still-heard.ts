import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { influence } from "../models/selectiveState.ts";

export default defineEquation({
  id: "still-heard",
  name: "What a state at step t carries of step s is C of t, times the exponential of tau times A, times B bar of s; tau is the sum of the Deltas since",
  tex: String.raw`\begin{aligned}\sy{Kts} &= \sy{Ct}\by e^{\sy{tau}\by\sy{A}}\by\sy{Bbar} \\ \sy{tau} &= \Delta_{s+1} + \cdots + \Delta_t\end{aligned}`,
  code: "src/models/selectiveState.ts#influence",
  given: { A: [-8, -0.05], Ct: [-3, 3], Bbar: [-2, 2], tau: [0, 4] },
  /** Two steps: Δ = 1 brings B̄ in, Δ = τ passes. */
  derive: ({ A, Ct, Bbar, tau }) => {
    const pair = (a: number, b: number) => Float64Array.of(a, b);
    const input = {
      L: 2,
      channels: 1,
      states: 1,
      u: pair(1, 1),
      A: Float64Array.of(A!),
      D: pair(0, 0).subarray(1),
    };
    const heard = influence(
      { ...input, delta: pair(1, tau!), B: pair(Bbar!, 0), C: pair(0, Ct!) },
      0,
      1,
    );
    return { Kts: heard[0]! };
  },
  residual: (at) => {
    const half = Math.exp((numberOf(at, "tau") / 2) * numberOf(at, "A"));
    const carried = numberOf(at, "Ct") * half * half * numberOf(at, "Bbar");
    return Math.abs(numberOf(at, "Kts") - carried) / Math.max(1, Math.abs(carried));
  },
});
