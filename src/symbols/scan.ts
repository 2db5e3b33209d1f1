import type { Notation } from "./symbol.ts";

/** Two parts of a sequence, and a chunk as a matrix. */
export const scan = {
  a1: { tex: "a_1", letter: "a₁", colour: "A", name: "what the earlier part keeps", code: ["a1"] },
  b1: { tex: "b_1", letter: "b₁", colour: "B", name: "what the earlier part adds", code: ["b1"] },
  a2: { tex: "a_2", letter: "a₂", colour: "A", name: "what the later part keeps", code: ["a2"] },
  b2: { tex: "b_2", letter: "b₂", colour: "B", name: "what the later part adds", code: ["b2"] },
  a12: { tex: "a_{12}", letter: "a₁₂", colour: "A", name: "what both parts keep", code: [] },
  b12: { tex: "b_{12}", letter: "b₁₂", colour: "B", name: "what both parts add", code: [] },
  at: { tex: "a_t", letter: "aₜ", colour: "A", name: "decay of the token", code: [] },
  Mij: {
    tex: "M_{ij}",
    letter: "Mᵢⱼ",
    colour: "C",
    name: "weight of token j in output i",
    code: ["M"],
  },
  Lij: {
    tex: String.raw`a_i\cdots a_{j+1}`,
    letter: "aᵢ⋯aⱼ₊₁",
    colour: "A",
    name: "decays from token j to token i",
    code: ["decay"],
  },
  Ci: { tex: "C_i", letter: "Cᵢ", colour: "C", name: "output matrix of token i", code: [] },
  Bj: {
    tex: String.raw`\bar B_j`,
    letter: "B̄ⱼ",
    colour: "B",
    name: "discrete input matrix of token j",
    code: [],
  },
  yinside: {
    tex: String.raw`y_\text{in}`,
    letter: "yᵢₙ",
    colour: "y",
    name: "output from inside the chunk",
    code: ["inside"],
  },
  since: {
    tex: String.raw`\ell_t`,
    letter: "ℓₜ",
    colour: "A",
    name: "decays since the chunk began",
    code: ["since"],
  },
  hin: {
    tex: String.raw`h_\text{in}`,
    letter: "hᵢₙ",
    colour: "h",
    name: "state that enters the chunk",
    code: ["entering"],
  },
  hfrom: {
    tex: String.raw`h^{\circ}`,
    letter: "h°",
    colour: "h",
    name: "end of a chunk walked from 0",
    code: ["ends"],
  },
} as const satisfies Record<string, Notation>;
