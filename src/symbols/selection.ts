import type { Notation } from "./symbol.ts";

/** What a token decides, and what Mamba and its successors make of it. */
export const selection = {
  Deltat: {
    tex: String.raw`\Delta_t`,
    letter: "Δₜ",
    colour: "ink",
    name: "step size of the token",
    code: [],
  },
  Bt: { tex: "B_t", letter: "Bₜ", colour: "B", name: "input matrix of the token", code: [] },
  Ct: { tex: "C_t", letter: "Cₜ", colour: "C", name: "output matrix of the token", code: [] },
  Kts: {
    tex: "K_{t,s}",
    letter: "Kₜₛ",
    colour: "C",
    name: "what step t still hears of step s",
    code: ["heard"],
  },
  tau: {
    tex: String.raw`\tau`,
    letter: "τ",
    colour: "ink",
    name: "time passed on the channel's own clock",
    code: ["clock"],
  },
  gate: { tex: "g", colour: "B", name: "gate", code: ["g", "gate", "gates"] },
  z: { tex: "z", colour: "B", name: "what the gate is made of", code: ["z"] },
  ygated: { tex: "y'", colour: "y", name: "output behind the gate", code: ["gated"] },
  alphat: { tex: "\\alpha", letter: "α", colour: "A", name: "what a step keeps", code: ["alpha"] },
  betat: {
    tex: "\\beta",
    letter: "β",
    colour: "B",
    name: "weight of the input before",
    code: ["beta"],
  },
  gammat: {
    tex: "\\gamma",
    letter: "γ",
    colour: "B",
    name: "weight of the input",
    code: ["gamma"],
  },
  ubefore: { tex: "u_{t-1}", letter: "u₋", colour: "u", name: "previous input", code: [] },
  trap: {
    tex: "\\lambda",
    letter: "λ",
    colour: "ink",
    name: "share of the new input",
    code: ["lam"],
  },
} as const satisfies Record<string, Notation>;
