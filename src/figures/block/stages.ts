import type { Shape } from "../../models/mamba/shape.ts";

/** The boxes of a block, in the order in which data flow. */
export const stageNames = [
  "norm",
  "in",
  "conv",
  "silu",
  "select",
  "delta",
  "scan",
  "read",
  "gate",
  "out",
  "add",
] as const;
export type Stage = (typeof stageNames)[number];

/** Mixes channels, mixes characters; bent: not linear; two signals multiplied: not linear either. */
export type Mark = "channels" | "time" | "bent" | "product";

export const marks: Readonly<Record<Stage, readonly Mark[]>> = {
  norm: ["bent"],
  in: ["channels"],
  conv: ["time"],
  silu: ["bent"],
  select: ["channels"],
  delta: ["channels", "bent"],
  scan: ["time", "product"],
  read: ["product"],
  gate: ["bent", "product"],
  out: ["channels"],
  add: [],
};

/** As the code of Mamba and its checkpoints name them; what has no name there has its formula. */
export const nameOf: Readonly<Record<Stage, string>> = {
  norm: "RMSNorm",
  in: "in_proj",
  conv: "conv1d",
  silu: "SiLU",
  select: "x_proj",
  delta: "dt_proj",
  scan: "h ← Āh + B̄u",
  read: "y = Ch + Du",
  gate: "y · SiLU(z)",
  out: "out_proj",
  add: "+",
};

/** What a box costs: its parameters, and its multiplications for one character. */
export interface Cost {
  readonly parameters: number;
  readonly products: number;
}

// #region costs
/** Roots, divisions, exponentials and sums are not counted. */
export function costsOf({ d, E, N, R, taps }: Shape): Readonly<Record<Stage, Cost>> {
  const matrix = (outs: number, ins: number) => outs * ins;
  return {
    norm: { parameters: d, products: 3 * d },
    in: { parameters: matrix(2 * E, d), products: matrix(2 * E, d) },
    conv: { parameters: E * (taps + 1), products: E * taps },
    silu: { parameters: 0, products: E },
    select: { parameters: matrix(R + 2 * N, E), products: matrix(R + 2 * N, E) },
    delta: { parameters: matrix(E, R) + E, products: matrix(E, R) },
    scan: { parameters: E * N, products: 3 * E * N + E },
    read: { parameters: E, products: E * N + E },
    gate: { parameters: 0, products: 2 * E },
    out: { parameters: matrix(d, E), products: matrix(d, E) },
    add: { parameters: 0, products: 0 },
  };
}

export function totalOf(shape: Shape): Cost {
  const costs = Object.values(costsOf(shape));
  const sum = (of: (c: Cost) => number) => costs.reduce((total, c) => total + of(c), 0);
  return { parameters: sum((c) => c.parameters), products: sum((c) => c.products) };
}

/** 3 · expand · d²: what the two large matrices, in_proj and out_proj, have together. */
export const ruleOf = ({ d, E }: Shape): number => 3 * (E / d) * d * d;
// #endregion
