import type { Notation } from "./symbol.ts";

/** The model itself: input, state, output and what leads from one to the next. */
export const model = {
  u: { tex: "u", colour: "u", name: "input", code: ["u"] },
  h: { tex: "h", colour: "h", name: "hidden state", code: ["h", "states"] },
  y: { tex: "y", colour: "y", name: "output", code: ["y", "outputs"] },
  A: { tex: "A", colour: "A", name: "state matrix", code: ["A", "a"] },
  B: { tex: "B", colour: "B", name: "input matrix", code: ["B", "b"] },
  C: { tex: "C", colour: "C", name: "output matrix", code: ["C", "c"] },
  D: { tex: "D", colour: "D", name: "feedthrough", code: ["D", "d"] },
  hbefore: { tex: "h_{t-1}", letter: "h₋", colour: "h", name: "previous hidden state", code: [] },
  hnext: { tex: "h_{t+1}", letter: "h′", colour: "h", name: "next hidden state", code: [] },
  hrest: { tex: String.raw`h_\infty`, letter: "h∞", colour: "h", name: "resting state", code: [] },
  lambda: {
    tex: String.raw`\lambda`,
    letter: "λ",
    colour: "A",
    name: "eigenvalue",
    code: ["eig"],
    complex: true,
  },
  t: { tex: "t", colour: "ink", name: "step", code: ["t"] },
  k: { tex: "k", colour: "ink", name: "lag, in steps", code: ["k", "lag"] },
  L: { tex: "L", colour: "ink", name: "number of steps", code: ["L"] },
  N: { tex: "N", colour: "ink", name: "state size", code: ["N"] },
  K: { tex: "K", colour: "C", name: "memory kernel", code: ["K", "kernel"] },
  halfLife: { tex: "t_{1/2}", letter: "t½", colour: "h", name: "half-life", code: ["half_life"] },
  omega: {
    tex: String.raw`\omega`,
    letter: "ω",
    colour: "A",
    name: "turning rate",
    code: ["omega"],
  },
  phi: { tex: "\\varphi", letter: "φ", colour: "C", name: "angle of a turn", code: ["phi"] },
  H: { tex: "H", colour: "D", name: "response to a frequency", code: ["H"], complex: true },
} as const satisfies Record<string, Notation>;
