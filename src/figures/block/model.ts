import type { Shape } from "../../models/mamba/shape.ts";

/** The model whose block is shown, in public/models, and its sizes, which its card says again. */
export const MODEL = "english-tiny";
export const CHARACTERS = "\n !$&',-.3:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
export const SHAPE: Shape = {
  d: 96,
  E: 192,
  N: 16,
  R: 6,
  taps: 4,
  layers: 4,
  eps: 1e-5,
  core: "s6",
  input: { vocab: 65 },
  output: "tied",
  bias: { projections: false, conv: true, output: false },
};

/** Characters that are read at most. */
export const MOST = 24;

/** The default text, its block and channel, whose Δ is large where a word begins; of these characters there is a record. */
export const DEFAULT = {
  text: "To be, or not to be",
  layer: 3,
  channel: 171,
  recorded: [17, 18],
} as const;
