export const phrases = {
  beyond: "off the scale",
  good: "{rule}, {steps} steps of {dt} s: each keeps {keeps} of the state. The largest error is {error}.",
  rings:
    "{rule}, steps of {dt} s: Ā is {abar}, below zero, so the answer flips its sign at every step. The largest error is {error}.",
  explodes:
    "{rule}, steps of {dt} s: |Ā| is {keeps}, above 1. The system is stable, its discrete copy is not: the error has grown to {error}.",
  exact: "{rule} on a staircase: what is left is rounding, {error}, whatever the step.",
  second: "{seconds} s",
  zoh: "hold",
  bilinear: "bilinear",
  euler: "Euler",
  backward: "backward",
  u: "input, and how it is held",
  h: "state: exact, and in steps",
  error: "largest error",
  size: "step size Δ, s",
  dragStep: "Step size: drag the edge of the first stair, or use the arrow keys",
  dragSize: "Step size on the error plot: drag it, or use the arrow keys",
  rounding: "rounding",
  whole: "Input and its staircase; the exact state and four rules; error against step size",
} as const;

export type Phrase = keyof typeof phrases;
