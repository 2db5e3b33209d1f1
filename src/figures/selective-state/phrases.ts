export const phrases = {
  holds:
    "Step {t}: Δ = {delta} is small. The state keeps {kept} % of what it held and lets in {lets} of this token.",
  mixes:
    "Step {t}: Δ = {delta}. The state keeps {kept} % of what it held and lets in {lets} of this token.",
  wipes:
    "Step {t}: Δ = {delta} is large. Of all that the state held {kept} % is left, and {lets} of this token comes in.",
  parts:
    "Step {t}: Δ = {delta} keeps {kept} % of the old; Δ and B = {b} let in {lets} of this token; C = {c} reads the state.",
  theorem:
    "Step {t}: kept {keptShare}, let in {lets}: together 1. The state is the gated recurrence of Theorem 1, with g = {gate}.",
  noTheorem:
    "Step {t}: kept {keptShare}, but let in {lets} instead of g = {gate}: together {together}. Theorem 1 does not hold here.",
  several:
    "Step {t}: one Δ = {delta}, {N} states. The slowest keeps {kept} % of what it held, the fastest {keptFast} %.",
  reads:
    "Step {t}: in channel {channel} Δ = {delta}. Were it 0 in every channel here, {matter} of the 3 answers would change.",
  answersRight: "Answer {n}: {said}, with {chance} %. That is what was asked.",
  answersWrong: "Answer {n}: {said}, with {chance} %. Asked was {wanted}.",
  changed:
    "Δ set by hand at {changes} of the steps, in every channel: {right} of {tokens} answers are right.",
  allRight:
    "A trained S6 of {parameters} parameters: {right} of {tokens} answers are right. The numbers below Δ say at which steps that hangs.",
  empty: "There is no token in this. Type a word, a letter or any other sign.",
  long: "Only the first 12 tokens are read.",
  unknown: "The model knows the tokens 1 to 8 and the blank, a dot.",
  silent: "At least one token, 1 to 8, must stand in the row.",
  longRow: "Only the first 16 steps are read.",
  notThree: "The model was trained on rows of three tokens. This row has another number of them.",
  deltaTitle: "Δ of each token, drawn as high as 1 − exp(−Δ)",
  deltaChannel: "Δ of the channel, drawn as high as 1 − exp(−Δ)",
  held: "how much of each token the state holds now",
  history: "after every step, downwards: as wide as held",
  written: "B: written",
  readOut: "C: read",
  output: "in the output",
  keeps: "keeps",
  letsIn: "lets in",
  together: "sum",
  matters: "answers that change if Δ is 0 at this step",
  readTitle: "what the three questions hear of each step",
  asked: "asked",
  said: "said",
  inState: "held in the state",
  theGate: "the gate of Theorem 1",
  positive: "above 0",
  negative: "below 0",
  byHand: "set by hand",
  dragDelta: "Δ of the tokens: left and right choose one, up and down change it",
  dragB: "B of the tokens: left and right choose one, up and down change it",
  dragC: "C of the tokens: left and right choose one, up and down change it",
  scrub: "What the state holds: move the playhead by dragging or with the arrow keys",
  reset: "Back to the rule",
  whole:
    "A row of tokens; for each its Δ, where they change its B and C, and below what the state holds of every token; or the same inside a trained model, with its answers",
} as const;

export type Phrase = keyof typeof phrases;
