export const phrases = {
  recalled:
    "{N} numbers give back the input of {d} steps ago and miss {result} % of it. Less than 10 % is missed up to {reach} steps.",
  partly:
    "Asked for the input of {d} steps ago, the best read-out of these {N} numbers misses {result} % of it.",
  lost: "Of the input of {d} steps ago nothing useful is left in these {N} numbers: {result} % is missed, and saying 0 would miss 100 %.",
  unfitted:
    "The weights were fitted to noise that swings no faster than once in {period} steps. This input is of another kind, and they miss {result} % of it.",
  dropped:
    "The register holds the last {N} inputs themselves, and nothing else. Asked for {d} steps ago, it can only guess from those: {result} % is missed.",
  faded:
    "The gradient has faded: of a push, {left} % is left after {d} steps. What hardly moves the state cannot be read from it: {result} % is missed.",
  tanh: "Of a push, {left} % is left after {d} steps; the best read-out of the RNN's {N} numbers misses {result} %.",
  silence: "Nothing was put in {d} steps before what is shown, so there is nothing to recall.",
  product:
    "Wanted is mark times token, a product, and no linear read-out forms one: with {spots} places it is right in {right} %, a vote of all in {vote} %, a gate in {gated} %.",
  onePlace:
    "The mark is always in the same place: that is a fixed delay, and the linear read-out is right in {right} % of the sequences.",
  opens:
    "The gate opens at the mark and stays shut after it: h keeps that token. One number, right in {right} %; a vote of all {spots} candidates: {vote} %.",
  squashed:
    "A plain RNN with random weights, of which nobody trained any but the read-out: right in {right} % of the sequences. A gate: {gated} %.",
  waiting: "The plain RNN goes through every sequence step by step: this takes a moment.",
  u: "input",
  ago: "steps ago",
  back: "read back",
  wanted: "wanted",
  errors: "missed",
  pushes: "left of a push",
  steps: "steps ago",
  legt: "LegT",
  legs: "LegS",
  lin: "S4D-Lin",
  random: "random",
  rnn: "RNN",
  shift: "register",
  gate: "gate",
  mark: "mark",
  answer: "answer",
  right: "right answers",
  places: "places where the mark may be",
  vote: "a vote",
  chance: "chance",
  soFar: "right and wrong so far",
  draw: "Draw the input here, or use the arrow keys at the playhead",
  scrub: "What is read back: move the playhead by dragging or with the arrow keys",
  scrubSequences: "The sequences: go through them by dragging or with the arrow keys",
  dragLag: "How long ago, d: drag it, or use the arrow keys",
  dragPlaces: "Places where the mark may be: drag it, or use the arrow keys",
  chooseMemory: "The memories: choose one by pointing, or with the arrow keys",
  whole:
    "The input and what is read back of it; for each memory, what is missed and what is left of a push, by how long ago; or how often the marked token is recalled",
  atSequence: "sequence {sequence}",
} as const;

export type Phrase = keyof typeof phrases;
