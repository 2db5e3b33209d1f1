import type { Notation } from "./symbol.ts";

/** HiPPO: the past as coefficients. */
export const memory = {
  coef: { tex: "c", colour: "h", name: "coefficients, the hidden state", code: ["coef"] },
  cdot: { tex: String.raw`\dot c`, letter: "ċ", colour: "h", name: "how fast c changes", code: [] },
  uhat: {
    tex: String.raw`\hat u`,
    letter: "û",
    colour: "h",
    name: "input as it is remembered",
    code: ["u_hat"],
  },
  x: { tex: "x", colour: "ink", name: "a moment of the past", code: ["x"] },
  gnow: { tex: "g(0)", colour: "C", name: "the functions at age 0", code: ["now"] },
  drift: { tex: "G", colour: "A", name: "how the functions drift", code: ["G"] },
  theta: {
    tex: String.raw`\theta`,
    letter: "θ",
    colour: "ink",
    name: "window, in steps",
    code: ["theta"],
  },
} as const satisfies Record<string, Notation>;
