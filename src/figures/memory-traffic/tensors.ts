import type { SymbolId } from "../../notation.ts";
import type { Setting } from "./params.ts";

/** Tensors as they are drawn; some stand for two of the engine's that lie side by side. */
export type TensorId =
  | "u"
  | "Delta"
  | "BC"
  | "A"
  | "dy"
  | "Abar"
  | "drive"
  | "ahead"
  | "behind"
  | "products"
  | "h"
  | "g"
  | "ends"
  | "parts"
  | "y"
  | "du"
  | "dBC"
  | "dA";

export interface Tensor {
  /** As it is written in the picture. */
  readonly letter: string;
  readonly shape: string;
  readonly symbol?: SymbolId;
  /** Numbers in it; those of `ends` and `parts` follow from how the fused scan runs. */
  floats(sizes: Sizes): number;
}
type Sizes = Pick<Setting, "L" | "D" | "N">;

const row = { shape: "L × D", floats: ({ L, D }: Sizes) => L * D };
const wide = { shape: "L × D × N", floats: ({ L, D, N }: Sizes) => L * D * N };
const near = { shape: "2 × L × N", floats: ({ L, N }: Sizes) => 2 * L * N };
const rate = { shape: "D × (N + 1)", floats: ({ D, N }: Sizes) => D * (N + 1) };
const passed = { shape: "", floats: () => NaN };

export const tensors: Readonly<Record<TensorId, Tensor>> = {
  u: { letter: "u", symbol: "u", ...row },
  Delta: { letter: "Δ", symbol: "Delta", ...row },
  BC: { letter: "B, C", symbol: "B", ...near },
  A: { letter: "A, D", symbol: "A", ...rate },
  dy: { letter: "ȳ", symbol: "y", ...row },
  Abar: { letter: "Ā", symbol: "Abar", ...wide },
  drive: { letter: "B̄u", symbol: "Bbar", ...wide },
  ahead: { letter: "Ā₊", symbol: "Abar", ...wide },
  behind: { letter: "ȳC", symbol: "C", ...wide },
  products: { letter: "ΠĀ", symbol: "Abar", ...wide },
  h: { letter: "h", symbol: "h", ...wide },
  g: { letter: "g", symbol: "h", ...wide },
  ends: { letter: "h, ΣΔ", symbol: "h", ...passed },
  parts: { letter: "Σ", symbol: "B", ...passed },
  y: { letter: "y", symbol: "y", ...row },
  du: { letter: "du, dΔ", symbol: "u", shape: "2 × L × D", floats: ({ L, D }) => 2 * L * D },
  dBC: { letter: "dB, dC", symbol: "B", ...near },
  dA: { letter: "dA, dD", symbol: "A", ...rate },
};

/** What a tensor of the engine's formulas is drawn as, for each side and pass. */
const shared = {
  u: "u",
  delta: "Delta",
  B: "BC",
  C: "BC",
  BC: "BC",
  A: "A",
  D: "A",
  channel: "A",
  dy: "dy",
  y: "y",
} as const satisfies Record<string, TensorId>;

const gradients = {
  du: "du",
  dΔ: "du",
  out: "du",
  dB: "dBC",
  dC: "dBC",
  dBC: "dBC",
  dA: "dA",
  dD: "dA",
  sums: "dA",
} as const satisfies Record<string, TensorId>;

const between = { state: "ends", time: "ends", parts: "parts", between: "parts" } as const;

const maps: Readonly<Record<string, Readonly<Record<string, TensorId>>>> = {
  "apart forward": {
    ...shared,
    a: "Abar",
    b: "drive",
    a0: "products",
    a1: "products",
    b0: "h",
    b1: "h",
    h: "h",
  },
  "apart backward": {
    ...shared,
    ...gradients,
    "kept a": "Abar",
    h: "h",
    a: "ahead",
    b: "behind",
    a0: "products",
    a1: "products",
    b0: "g",
    b1: "g",
    g: "g",
  },
  "fused forward": { ...shared, ...between },
  "fused backward": { ...shared, ...gradients, ...between },
};

export const ways = ["apart", "fused"] as const;
export type Way = (typeof ways)[number];

/** Throws on a tensor of the engine that has no place in the picture. */
export function drawnAs(way: Way, pass: Setting["pass"], tensor: string): TensorId {
  const id = maps[`${way} ${pass}`]![tensor];
  if (!id) throw new Error(`${way}, ${pass}: no block for the tensor "${tensor}"`);
  return id;
}
