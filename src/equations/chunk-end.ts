import { defineEquation } from "../kit/equation.ts";
import { numberOf } from "../kit/bound.ts";
import { selectiveScanChunked } from "../models/s6Chunked.ts";

export default defineEquation({
  id: "chunk-end",
  name: "The state at the end of a chunk is the exponential of the sum of its Deltas times A, times the state that enters it, plus the end of its walk from zero",
  tex: String.raw`\sy{h} = e^{\sy{tau}\by\sy{A}}\by\sy{hin} + \sy{hfrom}`,
  code: "src/models/s6Chunked.ts#chunked",
  given: { A: [-4, -0.1], tau: [0.1, 6], hin: [-5, 5], hfrom: [-5, 5] },
  /** One token of this Δ that adds this end. */
  derive: ({ A, tau, hin, hfrom }) => {
    const one = (x: number) => Float64Array.of(x);
    const sizes = { L: 1, channels: 1, states: 1 };
    const input = { ...sizes, u: one(hfrom! / tau!), delta: one(tau!), A: one(A!), D: one(0) };
    const { last } = selectiveScanChunked(
      { ...input, B: one(1), C: one(1) },
      { chunk: 1, h0: one(hin!) },
    );
    return { h: last[0]! };
  },
  residual: (at) => {
    const half = Math.exp((numberOf(at, "tau") / 2) * numberOf(at, "A"));
    const end = half * half * numberOf(at, "hin") + numberOf(at, "hfrom");
    return Math.abs(numberOf(at, "h") - end) / Math.max(1, Math.abs(end));
  },
});
