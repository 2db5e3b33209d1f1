export const phrases = {
  quiet: "No noise: every path is the same, and the measurement is the state.",
  before:
    "Step {t}: nothing has happened yet. A jolt to the state is due at step {joltStep}, a slip of the measurement at step {slipStep}.",
  jolted: "Step {t}: the jolt of step {joltStep} is in the state, which holds {h} now.",
  once: "The jolt of step {joltStep} went into the state and is carried on. The slip of step {slipStep} was seen once and left nothing behind.",
  onlyN:
    "The state is untouched by n. Each measurement misses it by about {miss}, anew at every step: nothing of it is kept.",
  fades:
    "What v brings goes into the state and fades with it. At step {t} the state strays by {spreadH}, in the end by {rest}; {inside} of {paths} paths lie within ±2√P.",
  walks:
    "With A = {a} no shock is ever forgotten. At step {t} the state strays by {spreadH}, and it goes on; {inside} of {paths} paths lie within ±2√P.",
  grows:
    "With A = {a} every shock grows. At step {t} the state strays by {spreadH}; {inside} of {paths} paths lie within ±2√P.",
  draw: "Draw the input here, or use the arrow keys at the playhead",
  scrub: "Noises, state and measurement over time: move the playhead",
  dragJolt: "One extra jolt to the state: drag it, or use the arrow keys",
  dragSlip: "One extra slip of the measurement: drag it, or use the arrow keys",
  whole:
    "The input and the process noise above many paths of the state with their band; the measurement noise above what is measured",
  beyond: "off the scale",
} as const;

export type Phrase = keyof typeof phrases;
