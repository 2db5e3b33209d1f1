/**
 * Every symbol of the course, once: its TeX, its colour token, its plain name and its names in code. Equations,
 * sliders, curves, code and the glossary all read this table, so that a symbol looks the same wherever it stands.
 */
export interface Notation {
  readonly tex: string;
  /** Where plain text must do: a label, a word in a picture. The TeX itself where not given. */
  readonly letter?: string;
  /** The CSS custom property that colours it: `var(--h)`. */
  readonly colour: Colour;
  readonly name: string;
  /** Its value is a list of complex numbers: a row [real, imaginary] each. */
  readonly complex?: true;
  /** Identifiers that stand for it in TypeScript and NumPy sources. */
  readonly code: readonly string[];
}

/** Input warm, state violet, output teal; a matrix takes a mix of the two it joins. */
export type Colour = "u" | "h" | "y" | "A" | "B" | "C" | "D" | "ink";

const symbols = {
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
  K: { tex: "K", colour: "C", name: "memory kernel", code: ["K", "kernel"] },
  W1: { tex: "W^{(1)}", letter: "W¹", colour: "B", name: "first filter", code: ["W1"] },
  W2: { tex: "W^{(2)}", letter: "W²", colour: "D", name: "second filter", code: ["W2"] },
  Kseries: { tex: "K^*", letter: "K*", colour: "C", name: "kernel in series", code: ["merged"] },
  Kparallel: { tex: "K^+", letter: "K⁺", colour: "C", name: "kernel in parallel", code: [] },
  recipe: { tex: "r", colour: "ink", name: "steps of the recipe", code: ["steps"] },
  loads: { tex: "m", colour: "ink", name: "counterfuls", code: ["loads"] },
  walk: { tex: "w", colour: "ink", name: "time of a walk", code: ["walk"] },
  Tsteps: { tex: "T_r", letter: "Tᵣ", colour: "ink", name: "time step by step", code: [] },
  Tfused: { tex: "T_1", letter: "T₁", colour: "ink", name: "time fused", code: [] },
  v: { tex: "v", colour: "h", name: "process noise", code: [] },
  n: { tex: "n", colour: "y", name: "measurement noise", code: [] },
  Q: { tex: "Q", colour: "h", name: "process noise covariance", code: ["Q"] },
  R: { tex: "R", colour: "y", name: "measurement noise covariance", code: ["R"] },
  hhat: { tex: String.raw`\hat h`, letter: "ĥ", colour: "h", name: "estimated state", code: [] },
  hhatbefore: {
    tex: String.raw`\hat h_{t-1}`,
    letter: "ĥₜ₋₁",
    colour: "h",
    name: "previous estimate",
    code: [],
  },
  hprior: {
    tex: String.raw`\hat h^{-}`,
    letter: "ĥ⁻",
    colour: "h",
    name: "predicted state",
    code: ["m_pred"],
  },
  hsmooth: {
    tex: String.raw`\hat h^{s}`,
    letter: "ĥˢ",
    colour: "h",
    name: "smoothed state",
    code: ["m_smooth"],
  },
  P: { tex: "P", colour: "h", name: "state covariance", code: ["P"] },
  Pbefore: { tex: "P_{t-1}", letter: "Pₜ₋₁", colour: "h", name: "previous covariance", code: [] },
  Pprior: {
    tex: "P^{-}",
    letter: "P⁻",
    colour: "h",
    name: "predicted covariance",
    code: ["P_pred"],
  },
  e: { tex: "e", colour: "u", name: "innovation", code: ["innovation"] },
  S: { tex: "S", colour: "y", name: "innovation covariance", code: ["S"] },
  ell: {
    tex: String.raw`\ell`,
    letter: "ℓ",
    colour: "ink",
    name: "log-likelihood of a step",
    code: ["evidence"],
  },
  gain: { tex: "K", colour: "B", name: "Kalman gain", code: ["gain"] },
  feedback: { tex: "K", colour: "B", name: "feedback gain", code: ["feedback"] },
  Delta: {
    tex: String.raw`\Delta`,
    letter: "Δ",
    colour: "ink",
    name: "step size",
    code: ["dt", "delta"],
  },
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
  Aboth: { tex: "\\bar A", letter: "Ā", colour: "A", name: "factor from −1 to 1", code: [] },
  Aturn: { tex: "\\bar A", letter: "Ā", colour: "C", name: "factor that turns", code: [] },
  phi: { tex: "\\varphi", letter: "φ", colour: "C", name: "angle of a turn", code: ["phi"] },
  halfLife: { tex: "t_{1/2}", letter: "t½", colour: "h", name: "half-life", code: ["half_life"] },
  omega: {
    tex: String.raw`\omega`,
    letter: "ω",
    colour: "A",
    name: "turning rate",
    code: ["omega"],
  },
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
  theta: {
    tex: String.raw`\theta`,
    letter: "θ",
    colour: "ink",
    name: "window, in steps",
    code: ["theta"],
  },
  snr: {
    tex: String.raw`\mathrm{SNR}`,
    letter: "SNR",
    colour: "ink",
    name: "signal-to-noise ratio, in dB",
    code: ["snr"],
  },
  power: {
    tex: String.raw`\overline{s^2}`,
    letter: "s²",
    colour: "h",
    name: "mean power of the signal",
    code: [],
  },
  t: { tex: "t", colour: "ink", name: "step", code: ["t"] },
  k: { tex: "k", colour: "ink", name: "lag, in steps", code: ["k", "lag"] },
  L: { tex: "L", colour: "ink", name: "number of steps", code: ["L"] },
  N: { tex: "N", colour: "ink", name: "state size", code: ["N"] },
  kappa: {
    tex: String.raw`\kappa`,
    letter: "κ",
    colour: "ink",
    name: "share of the low-rank part",
    code: ["kappa"],
  },
  Anormal: {
    tex: "A^{(N)}",
    letter: "A⁽ᴺ⁾",
    colour: "A",
    name: "normal part of A",
    code: ["A_normal"],
  },
  Lambda: {
    tex: String.raw`\Lambda`,
    letter: "Λ",
    colour: "A",
    name: "diagonal of A, its poles",
    code: ["Lambda"],
    complex: true,
  },
  Plow: { tex: "P", letter: "P", colour: "B", name: "low-rank part of A", code: ["P_low"] },
  Ctilde: {
    tex: String.raw`\tilde C`,
    letter: "C̃",
    colour: "C",
    name: "output weights of the poles",
    code: ["C_tilde"],
    complex: true,
  },
  a1: { tex: "a_1", letter: "a₁", colour: "A", name: "what the earlier part keeps", code: ["a1"] },
  b1: { tex: "b_1", letter: "b₁", colour: "B", name: "what the earlier part adds", code: ["b1"] },
  a2: { tex: "a_2", letter: "a₂", colour: "A", name: "what the later part keeps", code: ["a2"] },
  b2: { tex: "b_2", letter: "b₂", colour: "B", name: "what the later part adds", code: ["b2"] },
  a12: { tex: "a_{12}", letter: "a₁₂", colour: "A", name: "what both parts keep", code: [] },
  b12: { tex: "b_{12}", letter: "b₁₂", colour: "B", name: "what both parts add", code: [] },
  channels: { tex: "D", colour: "ink", name: "number of channels", code: ["channels"] },
  movedApart: {
    tex: String.raw`M_\text{apart}`,
    letter: "Mₐ",
    colour: "ink",
    name: "bytes that separate programs move forward",
    code: ["bytes_apart"],
  },
  touched: { tex: "q", colour: "ink", name: "numbers that the scan moves for a pair", code: [] },
  moved: { tex: "M", colour: "ink", name: "bytes moved", code: ["bytes"] },
  operations: { tex: "W", colour: "ink", name: "operations", code: ["operations"] },
  intensity: { tex: "I", colour: "ink", name: "arithmetic intensity", code: ["intensity"] },
  peak: { tex: String.raw`\pi`, letter: "π", colour: "ink", name: "peak rate", code: ["peak"] },
  bandwidth: { tex: String.raw`\beta`, letter: "β", colour: "ink", name: "bandwidth", code: [] },
  attainable: { tex: "F", colour: "ink", name: "operations a second in reach", code: [] },
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
} as const satisfies Record<string, Notation>;

export type SymbolId = keyof typeof symbols;
export const notation: Readonly<Record<SymbolId, Notation>> = symbols;

/** A symbol in plain text. */
export const letterOf = (id: SymbolId): string => notation[id].letter ?? notation[id].tex;

/** Whether a name from an address, a file or a TeX source is one of our symbols. */
export const isSymbol = (id: string): id is SymbolId => Object.hasOwn(symbols, id);
