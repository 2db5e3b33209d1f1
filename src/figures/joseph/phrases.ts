export const phrases = {
  hold: "With {bits} binary digits all three stay above 0. The short form is off by up to {shortError} %, Joseph's by {josephError} %, the roots by {rootError} %.",
  agree:
    "With {bits} binary digits all three stay above 0, and each is off by less than a millionth.",
  short:
    "With {bits} binary digits the short form is not above 0 after {shortBad} of {steps} steps: it claims variances that no state can have. Joseph's form stays above 0, and the roots cannot fall below it.",
  both: "With {bits} binary digits the short form is not above 0 after {shortBad} of {steps} steps, Joseph's after {josephBad}: P itself has no room left for the small beside the large. The roots cannot fall below 0.",
  joseph:
    "With {bits} binary digits Joseph's form is not above 0 after {josephBad} of {steps} steps; the short form is spared here by chance. The roots cannot fall below 0.",
  picture:
    "The smallest eigenvalue of the covariance after each step, as four ways of computing have it",
  least: "smallest eigenvalue of P after each step",
  below: "not above 0",
  beyond: "off the scale",
  truth: "double precision",
  shortName: "short form",
  josephName: "Joseph's form",
  rootName: "square roots",
} as const;

export type Phrase = keyof typeof phrases;
