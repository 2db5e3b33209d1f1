/** What the figure says, and the words in its picture. */
export const phrases = {
  before:
    "Nothing is trained at this setting yet. Press “Train both”: two workers, {steps} steps each. Guessing names {chance} % right.",
  bothRecorded:
    "Recorded, after {step} steps. Fixed spacing: S4D {s4dFixed} % right, S6 {s6Fixed} %. Random spacing: S4D {s4dRandom} %, S6 {s6Random} %. Guessing: {chance} %.",
  bothTrained:
    "Trained here, after {step} steps. Fixed spacing: S4D {s4dFixed} % right, S6 {s6Fixed} %. Random spacing: S4D {s4dRandom} %, S6 {s6Random} %. Guessing: {chance} %.",
  fixedRecorded:
    "Recorded, fixed spacing, after {step} steps: S4D names {s4dFixed} % right, S6 {s6Fixed} %. Guessing: {chance} %.",
  fixedTrained:
    "Trained here, fixed spacing, after {step} steps: S4D names {s4dFixed} % right, S6 {s6Fixed} %. Guessing: {chance} %.",
  randomRecorded:
    "Recorded, random spacing, after {step} steps: S4D names {s4dRandom} % right, S6 {s6Random} %. Guessing: {chance} %.",
  randomTrained:
    "Trained here, random spacing, after {step} steps: S4D names {s4dRandom} % right, S6 {s6Random} %. Guessing: {chance} %.",
  s4dBroke:
    "With a learning rate of {lr}, S4D came to a number that is not finite after {broke} steps. It stopped there, with its last good weights. Choose a smaller rate.",
  s6Broke:
    "With a learning rate of {lr}, S6 came to a number that is not finite after {broke} steps. It stopped there, with its last good weights. Choose a smaller rate.",
  bothBroke:
    "With a learning rate of {lr}, both sides came to numbers that are not finite, the first after {broke} steps. They stopped there, with their last good weights. Choose a smaller rate.",
  untrained:
    "Untrained weights: both guess. Press “Train both”, then they read this sequence as they have learned.",
  readRecorded:
    "The recorded pair reads: of {letters} letters S4D names {s4dRight} right, S6 {s6Right}. At step {t}, Δ = {delta}: the channel keeps {kept} % of its slowest state.",
  readTrained:
    "The pair trained here reads: of {letters} letters S4D names {s4dRight} right, S6 {s6Right}. At step {t}, Δ = {delta}: the channel keeps {kept} % of its slowest state.",
  foreign:
    "A sequence unlike those it was trained on: L = {L}, {K} letters, spacing as chosen. Of {letters} letters S4D names {s4dRight} right, S6 {s6Right}.",
  fixed: "fixed spacing",
  random: "random spacing",
  right: "right answers, %",
  loss: "loss, nats",
  steps: "training steps",
  s4d: "S4D",
  s6: "S6",
  recordedS4d: "S4D, recorded",
  recordedS6: "S6, recorded",
  chance: "guessing",
  off: "off the scale",
  nothing: "not trained yet",
  wanted: "wanted",
  opening: "S6: how far each channel opens at each token, 1 − e^−Δ",
  openingShort: "S6: how far each channel opens",
  kernels: "S4D: its kernels, the same for every sequence",
  kernelsShort: "S4D: its kernels",
  lag: "lag, steps",
  chosen: "channel looked at",
  needed: "letter to answer",
  answers: "what they say, in %",
  ofRecorded: "recorded",
  ofTrained: "trained here",
  ofUntrained: "untrained",
  oddSigns: "Only the letters a to h, and dots or spaces for blanks, can be read.",
  oddLength: "At most 32 steps can be read.",
  oddLetters: "There have to be one to eight letters to copy.",
  scrub: "Training steps: move through them by dragging or with the arrow keys",
  write:
    "The sequence: drag a letter to another step; with the arrow keys, move along it and change its signs",
  look: "Δ by channel and token: choose both by pointing or with the arrow keys",
  whole:
    "Right answers and loss of S4D and S6 against training steps; or a sequence with what both say to it, Δ of S6 by token and the kernels of S4D",
  atStep: "{step} steps",
} as const;

export type Phrase = keyof typeof phrases;
