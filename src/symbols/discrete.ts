import type { Notation } from "./symbol.ts";

/** From continuous time to steps. */
export const discrete = {
  Delta: {
    tex: String.raw`\Delta`,
    letter: "Δ",
    colour: "ink",
    name: "step size",
    code: ["dt", "delta"],
  },
  Abar: {
    tex: String.raw`\bar A`,
    letter: "Ā",
    colour: "A",
    name: "discrete state matrix",
    code: ["Abar"],
  },
  Bbar: {
    tex: String.raw`\bar B`,
    letter: "B̄",
    colour: "B",
    name: "discrete input matrix",
    code: ["Bbar"],
  },
  camein: {
    tex: String.raw`\int_0^{\Delta} e^{(\Delta-s)A}\,B\,u(s)\,ds`,
    letter: "∫",
    colour: "u",
    name: "what the input of a step leaves",
    code: ["came"],
  },
  Aboth: { tex: "\\bar A", letter: "Ā", colour: "A", name: "factor from −1 to 1", code: [] },
  Aturn: { tex: "\\bar A", letter: "Ā", colour: "C", name: "factor that turns", code: [] },
} as const satisfies Record<string, Notation>;
