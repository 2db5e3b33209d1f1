export const phrases = {
  beyond: "off the scale",
  same: "Output {t} by the recurrence and by the convolution: {y} and {yconv}. Over all {length} steps they differ by less than {gap}: rounding.",
  exact:
    "Three ways, one output: recurrence and convolution differ by less than {gap}, and the continuous system passes through every sample, to {continuous}.",
  differ:
    "Δ now follows the input, between half and double. The recurrence goes on; no fixed kernel can follow it. The two differ by up to {gap}, {share} % of the largest output.",
  quiet: "Nothing comes in, so nothing comes out: all three outputs are zero.",
  unseen:
    "With Δ = {dt} the {length} steps are so short a time that next to nothing comes out; all three views still agree, to {gap}.",
  still: "The input is zero throughout, so Δ does not move, and all three outputs are zero.",
  u: "input, held",
  flipped: "kernel, backwards from t",
  products: "products",
  recurrence: "recurrence",
  convolution: "convolution",
  continuous: "continuous",
  gaps: "difference of the first two (largest output = 1)",
  before: "state before",
  after: "state now",
  read: "each times its C",
  draw: "Draw the input here, or use the arrow keys at the playhead",
  scrub: "The output: point at a sample, or use the arrow keys, to see how it comes about",
  whole:
    "The input with the kernel laid over it backwards; their products; the output by recurrence, convolution and the continuous system; the state before and after the step",
} as const;

export type Phrase = keyof typeof phrases;
