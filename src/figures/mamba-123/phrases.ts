/** What the figure says, and the words in its picture. */
export const phrases = {
  eulerRule:
    "λ = 1, the rule of Mamba-1 and Mamba-2: with Δ = {delta} the output is off by up to {error}. Halving Δ divides that by {halved}. λ = ½ would be off by {trapezoid}.",
  trapezoidRule:
    "λ = ½, the trapezoid: with Δ = {delta} the output is off by up to {error}. Halving Δ divides that by {halved}. λ = 1 would be off by {euler}.",
  otherRule:
    "λ = {lambda}: with Δ = {delta} the output is off by up to {error}. Halving Δ divides that by {halved}. λ = 1 would be off by {euler}, λ = ½ by {trapezoid}.",
  stepInput:
    "A step is not smooth: off by up to {error} with Δ = {delta}, and halving Δ divides that by {halved} only, whatever λ is. λ = 1 would be off by {euler}, λ = ½ by {trapezoid}.",
  onceHeard:
    "One token of size 1 enters with γ = {gamma} at once; from then on each step multiplies a state by its α, {size} for the slowest.",
  twiceHeard:
    "One token of size 1 enters twice: with γ = {gamma} at once, and at the next step with β, of size {beta} for the slowest state. So the rule is a convolution of width two, too.",
  mamba1: "as in Mamba-1",
  mamba2: "as in Mamba-2",
  mamba3: "as in Mamba-3",
  between: "a mixture",
  states: "states by step",
  exactKey: "exact",
  computed: "computed",
  errors: "largest error by Δ",
  eulerKey: "λ = 1",
  trapezoidKey: "λ = ½",
  nowKey: "now",
  noExact: "a token is no signal in time",
  off: "off the scale",
  time: "time",
  scrub: "Steps: move through them by dragging or with the arrow keys",
  whole:
    "A small layer that answers an input: what it puts out beside the exact answer, its states by step, and the largest error by the length of the step",
  atTime: "step {t}",
} as const;

export type Phrase = keyof typeof phrases;
