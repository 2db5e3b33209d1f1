export const phrases = {
  off: "off the scale",
  same: "With Δ = {dt} the exact B̄ is {slowest} of Mamba's for the slowest of {N} states and {fastest} for the fastest. The outputs differ by {apart} %.",
  one: "With Δ = {dt} and one state the exact B̄ is {slowest} of Mamba's. The outputs differ by {apart} %.",
  taken:
    "C has taken up the ratio. With a fixed Δ of {dt} the two outputs are the same: {apart} % apart.",
  partly:
    "C has taken up the ratio of Δ = {dt}, but Δ changes from token to token: {apart} % remain.",
  ratio: "exact B̄ / ΔB",
  x: "x = −ΔA",
  start: "where Mamba starts",
  output: "output: Mamba's, and exact",
  delta: "Δ of each token",
  drag: "Step size: drag the slowest state along the curve, or use the arrow keys",
  whole:
    "The ratio of the exact B̄ to Mamba's against −ΔA with the states on it; both outputs over the tokens",
} as const;

export type Phrase = keyof typeof phrases;
