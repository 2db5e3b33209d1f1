export const phrases = {
  spring:
    "{rule}: a step turns the state by {angle}°, exactly by {trueAngle}°, and makes it {radius} times as long, exactly {trueRadius}. At step {step} its length is {size} instead of {trueSize}.",
  fades:
    "{rule}: the poles of LegS, −1 to −{N}, land between {lowest} and {highest}, inside. At step {step} the state’s length is {size} instead of {trueSize}.",
  flips:
    "{rule}: the pole −{N} lands at {lowest}. It fades, but flips its sign at every step. At step {step} the state’s length is {size} instead of {trueSize}.",
  explodes:
    "{rule}: the pole −{N} lands at {lowest}, below −1, for Δ is above 2/N = {limit}. At step {step} the state’s length is {size} instead of {trueSize}.",
  phase: "the two states",
  kept: "what a step keeps, by λΔ",
  sizes: "length of the state, by steps",
  fadesHere: "fades",
  exactly: "exactly",
  beyond: "off the scale",
  zoh: "hold",
  bilinear: "bilinear",
  euler: "Euler",
  backward: "backward",
  atStep: "step {step}",
  dragTurn: "Step size, where the state is after one exact step: drag it, or use the arrow keys",
  dragPole: "Step size, at the fastest pole: drag it, or use the arrow keys",
  scrub: "Steps: drag along the plot, or use the arrow keys",
  picture:
    "Left the path of two states by every rule, or what every rule keeps of each pole of LegS; right the length of the state by steps",
} as const;

export type Phrase = keyof typeof phrases;
