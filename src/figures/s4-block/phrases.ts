/** What the figure says, and the words in its picture. */
export const phrases = {
  blockTold:
    "A block of {H} channels with {N} states each has {all} numbers to learn: {channelsHold} in the channels, {mix} in the mixing, {ends} at both ends.",
  untrained:
    "Nothing is trained at this setting yet, and the block guesses. Press “Train the block”: {steps} steps, each on eight rows of bits that it has not seen.",
  begins:
    "Before the first step the block is right {right} % of the time: it guesses. A push {lag} steps ago moves its answer {aheadBefore} times as far as the strongest other push.",
  learntRecorded:
    "Recorded, after {step} steps: {right} % right about the bit of {lag} steps ago. A push to that bit moves the answer {ahead} times as far as the strongest other push; before the training, {aheadBefore} times.",
  learntBetween:
    "Recorded, after {step} steps: {right} % right about the bit of {lag} steps ago. Kernels, units of time and pushes stand as they were after {kept} steps, when last kept; train the block here to see them at every point.",
  learntUnkept:
    "Recorded, after {step} steps: {right} % right about the bit of {lag} steps ago. Kernels, units of time and pushes were not kept on the way and stand as before the training; train the block here to see them.",
  learntTrained:
    "Trained here, {step} steps: {right} % right about the bit of {lag} steps ago. A push to that bit moves the answer {ahead} times as far as the strongest other push; before the training, {aheadBefore} times.",
  broken:
    "With a learning rate of {lr} the training came to a number that is not finite after {broke} steps. It stopped there, with its last good weights. Choose a smaller rate.",
  right: "right, %",
  push: "what a push moves, by how long ago it was",
  pushShort: "what a push moves, by lag",
  before: "kernels before",
  now: "kernels now",
  keptAt: "kernels, step #step",
  dotsKept: "kept",
  units: "unit of time 1/Δ, steps",
  chance: "guessing",
  asked: "asked for",
  begun: "before the training",
  present: "now",
  recorded: "recorded, faint behind",
  ofRecorded: "recorded",
  ofTrained: "trained here",
  nothing: "not trained yet",
  off: "off the scale",
  plus: "positive",
  minus: "negative",
  scrub: "Training steps: move through them by dragging or with the arrow keys",
  whole:
    "An S4 block: its parts with their numbers; or how it learns to say the bit of some steps ago, with the kernels of its channels before and now",
  atStep: "after {step} steps",
  bits: "bits",
  enter: "in",
  kernels: "one kernel a channel",
  kernelsShort: "kernels",
  gelu: "GELU",
  mixing: "mixing",
  value: "value",
  gate: "gate",
  around: "around the block",
  leave: "out",
  answer: "+1 or −1?",
  part: "part",
  numbers: "numbers",
  rate: "learns at",
  partPoles: "A: decay and frequency",
  partDelta: "Δ",
  partRead: "C and D",
  partMix: "mixing and its gate",
  partEnds: "layers in and out",
  partPolesShort: "A",
  partMixShort: "mixing, gate",
  partEndsShort: "in, out",
} as const;

export type Phrase = keyof typeof phrases;
