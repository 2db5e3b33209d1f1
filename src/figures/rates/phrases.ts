/** The words of the picture and of its caption. */
export const phrases = {
  corner:
    "A signal with corners: its slope is bounded, k = 1. With {N} numbers the error is {error}, {bound} at most. The bound falls as N to the power {law}; this signal’s error as N to the power {slope}.",
  bend: "A signal with bends: its second derivative is bounded, k = 2. With {N} numbers the error is {error}, {bound} at most. The bound falls as N to the power {law}; this signal’s error as N to the power {slope}.",
  wave: "A sine: all its derivatives are bounded, and the law for k = 4 is only one of many. With {N} numbers the error is {error}. Its error falls faster than any power, down to rounding.",
  gradient:
    "An input at t₀ = 1, and {N} numbers. At t₁ = 8 they still feel it with {soon}; without the division by t with {faded}.",
  errors: "error, by N",
  gradients: "gradient of c, by t₁",
  measured: "measured",
  most: "bound",
  scaled: "with 1/t",
  fading: "without",
  ends: "N/t₁ and √(N/2)/t₁",
  picture:
    "Error against the number of numbers and its bound, and the gradient against time with 1/t and without; all axes by ratio",
} as const;

export type Phrase = keyof typeof phrases;
