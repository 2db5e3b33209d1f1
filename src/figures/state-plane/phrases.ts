export const phrases = {
  beyond: "off the scale",
  rings:
    "At step {t} the state is at ({h1}, {h2}). It turns once in {period} steps and loses half of its size in {halfLife}.",
  fades:
    "At step {t} the state is at ({h1}, {h2}). Nothing turns; half of it is forgotten after {halfLife} steps.",
  turns:
    "At step {t} the state is at ({h1}, {h2}). It turns once in {period} steps and never fades.",
  keeps: "At step {t} the state is at ({h1}, {h2}). One direction is kept for ever.",
  spirals:
    "At step {t} the state is at ({h1}, {h2}). It turns once in {period} steps and grows {radius} times at every step.",
  grows:
    "At step {t} the state is at ({h1}, {h2}). One direction grows {radius} times at every step.",
  overflows:
    "At step {overflow} the state is larger than any number the computer holds; the picture stops there.",
  u: "input",
  h: "states",
  y: "output",
  eigenvalue: "Eigenvalue: drag it, or use the arrow keys",
  stable: "fades",
  draw: "Draw the input here, or use the arrow keys at the playhead",
  stops: "beyond the largest number from",
  whole:
    "Complex plane with the two eigenvalues; plane of the two states with their path; input, states and output over time",
} as const;

export type Phrase = keyof typeof phrases;
