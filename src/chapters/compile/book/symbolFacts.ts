import type { SymbolId } from "../../../notation.ts";

/**
 * What only the page of notation says of a symbol; apart from the table of symbols, since every page carries that one.
 * N is the size of the state, n_{u} and n_{y} are the numbers of inputs and outputs, L is the number of steps.
 */
export interface Facts {
  /** In TeX; "number" is a single one. */
  readonly shape: string;
  readonly unit: Unit;
  /** How papers write it, in TeX. */
  readonly papers?: Partial<Record<Paper, string>>;
}

/** "free" is what could be scaled without any output telling; "data" is that of what is measured. */
export type Unit =
  | "none"
  | "data"
  | "squared"
  | "free"
  | "freeSquared"
  | "steps"
  | "time"
  | "perTime"
  | "angle"
  | "angular"
  | "decibel"
  | "nats"
  | "minutes"
  | "bytes"
  | "bytesPerSecond"
  | "operations"
  | "operationsPerSecond"
  | "operationsPerByte";

type Paper = "Kalman" | "HiPPO" | "S4" | "S4D" | "Mamba" | "Mamba-2" | "Mamba-3";

const number = (unit: Unit, papers?: Facts["papers"]): Facts => shaped("number", unit, papers);
const shaped = (shape: string, unit: Unit, papers?: Facts["papers"]): Facts =>
  papers ? { shape, unit, papers } : { shape, unit };

const state = (papers?: Facts["papers"]) => shaped("N", "free", papers);
const square = String.raw`N \times N`;
const inward = String.raw`N \times n_{u}`;
const outward = String.raw`n_{y} \times N`;
const outputs = String.raw`n_{y} \times n_{y}`;

export const symbolFacts: Readonly<Record<SymbolId, Facts>> = {
  u: shaped("n_{u}", "data", { HiPPO: "f", S4: "u", Mamba: "x" }),
  h: state({ Kalman: "x", S4: "x", Mamba: "h" }),
  y: shaped("n_{y}", "data", { Kalman: "y", S4: "y", Mamba: "y" }),
  A: shaped(square, "perTime", { Kalman: String.raw`\Phi`, S4: "A", Mamba: "A" }),
  B: shaped(inward, "free", { S4: "B", Mamba: "B" }),
  C: shaped(outward, "free", { Kalman: "M", S4: "C", Mamba: "C" }),
  D: shaped(String.raw`n_{y} \times n_{u}`, "none", { S4: "D", Mamba: "D" }),
  hbefore: state({ S4: "x_{k-1}", Mamba: "h_{t-1}" }),
  hnext: state(),
  camein: state(),
  hrest: state(),
  lambda: shaped("N", "perTime"),
  lambda1: number("none"),
  lambda2: number("none"),
  part1: state(),
  part2: state(),
  basis: shaped(square, "free"),
  Anew: shaped(square, "none"),
  Bnew: shaped(inward, "free"),
  Cnew: shaped(outward, "free"),
  K: shaped("L", "none", { S4: String.raw`\overline{K}`, Mamba: String.raw`\overline{K}` }),
  W1: shaped("k_1", "none"),
  W2: shaped("k_2", "none"),
  Kseries: shaped("k_1 + k_2 - 1", "none"),
  Kparallel: shaped(String.raw`\max(k_1, k_2)`, "none"),
  recipe: number("none"),
  loads: number("none"),
  walk: number("minutes"),
  Tsteps: number("minutes"),
  Tfused: number("minutes"),
  v: state({ Kalman: "u" }),
  n: shaped("n_{y}", "data"),
  Q: shaped(square, "freeSquared", { Kalman: "Q" }),
  R: shaped(outputs, "squared"),
  hhat: state(),
  hhatbefore: state(),
  hprior: state({ Kalman: String.raw`x^*` }),
  hsmooth: state(),
  P: shaped(square, "freeSquared"),
  Pbefore: shaped(square, "freeSquared"),
  Pprior: shaped(square, "freeSquared", { Kalman: String.raw`P^*` }),
  lpc: shaped("1 \\times p", "none"),
  ypast: shaped("p", "data"),
  e: shaped("n_{y}", "data", { Kalman: String.raw`\tilde y` }),
  S: shaped(outputs, "squared"),
  ell: number("nats"),
  gain: shaped(String.raw`N \times n_{y}`, "free"),
  feedback: shaped(String.raw`n_{u} \times N`, "free"),
  Delta: number("time", { S4: String.raw`\Delta`, Mamba: String.raw`\Delta` }),
  Deltat: number("time", { Mamba: String.raw`\Delta_t` }),
  Bt: shaped("N", "free", { Mamba: "B_t", "Mamba-2": "B_t" }),
  Ct: shaped("N", "free", { Mamba: "C_t", "Mamba-2": "C_t" }),
  Kts: number("none"),
  tau: number("time"),
  gate: number("none", { Mamba: "g_t" }),
  z: number("none", { Mamba: "z" }),
  ygated: number("data"),
  Abar: shaped(square, "none", { S4: String.raw`\overline{A}`, Mamba: String.raw`\overline{A}` }),
  Bbar: shaped(inward, "free", { S4: String.raw`\overline{B}`, Mamba: String.raw`\overline{B}` }),
  Aboth: number("none"),
  Aturn: shaped(String.raw`2 \times 2`, "none"),
  phi: number("angle"),
  rate: number("none"),
  hdelta: state(),
  hdeltabefore: state(),
  hadd: state(),
  haddbefore: state(),
  alphat: number("none", { "Mamba-3": String.raw`\alpha_t` }),
  betat: number("time", { "Mamba-3": String.raw`\beta_t` }),
  gammat: number("time", { "Mamba-3": String.raw`\gamma_t` }),
  ubefore: shaped("n_{u}", "data", { "Mamba-3": "x_{t-1}" }),
  trap: number("none", { "Mamba-3": String.raw`\lambda_t` }),
  halfLife: number("steps"),
  omega: number("angular"),
  H: shaped(String.raw`n_{y} \times n_{u}`, "none"),
  coef: state({ HiPPO: "c" }),
  cdot: state({ HiPPO: String.raw`\tfrac{d}{dt}c` }),
  uhat: number("data", { HiPPO: "g" }),
  x: number("steps", { HiPPO: "x" }),
  gnow: shaped(String.raw`N \times 1`, "none"),
  drift: shaped(square, "none"),
  theta: number("steps", { HiPPO: String.raw`\theta` }),
  snr: number("decibel"),
  power: number("squared"),
  t: number("steps", { S4: "k", Mamba: "t" }),
  k: number("steps"),
  L: number("steps", { S4: "L", Mamba: "L" }),
  N: number("none", { S4: "N", Mamba: "N" }),
  kappa: number("none"),
  Anormal: shaped(square, "perTime"),
  Lambda: shaped("N", "perTime", { S4: String.raw`\Lambda` }),
  Plow: shaped(String.raw`N \times 1`, "none", { S4: "P" }),
  Ctilde: shaped("N", "free", { S4D: "C" }),
  j: number("none"),
  zroot: number("none", { S4: "z" }),
  groot: number("perTime"),
  croot: number("none"),
  Khat: shaped("L", "none", { S4: String.raw`\hat{K}_L` }),
  gapHat: number("none"),
  uarrow: number("data"),
  yarrow: number("data"),
  Ctail: shaped(String.raw`1 \times N`, "free", { S4: String.raw`\widetilde{C}` }),
  ck00: number("none", { S4: "k_{00}" }),
  ck01: number("none", { S4: "k_{01}" }),
  k10: number("none", { S4: "k_{10}" }),
  k11: number("none", { S4: "k_{11}" }),
  a1: number("none"),
  b1: number("free"),
  a2: number("none"),
  b2: number("free"),
  a12: number("none"),
  b12: number("free"),
  c1: number("freeSquared"),
  c2: number("freeSquared"),
  c12: number("freeSquared"),
  eta2: number("free"),
  j2: number("free"),
  channels: number("none", { Mamba: "D" }),
  movedApart: number("bytes"),
  touched: number("none"),
  moved: number("bytes"),
  operations: number("operations"),
  intensity: number("operationsPerByte"),
  peak: number("operationsPerSecond"),
  bandwidth: number("bytesPerSecond"),
  attainable: number("operationsPerSecond"),
  at: number("none", { "Mamba-2": "a_t" }),
  Mij: number("none", { "Mamba-2": "M" }),
  Lij: number("none", { "Mamba-2": "L" }),
  Ci: shaped("N", "free", { "Mamba-2": "C" }),
  Bj: shaped("N", "free", { "Mamba-2": "B" }),
  yinside: number("data"),
  since: number("none"),
  hin: state(),
  hfrom: state(),
  adj: state(),
  adjnext: state(),
  ybar: number("free"),
  anext: number("none"),
  slopea: number("free"),
};
