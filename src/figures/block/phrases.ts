export const phrases = {
  // the caption: what happens to this character in the box looked at
  whole:
    "One character through block {layer}: {share} % of the block's parameters are in_proj and out_proj. In size it adds {adds} % to the stream here.",
  norm: "RMSNorm divides the 96 numbers of the stream by their size, {size} here, and weighs each one: number {index} becomes {value}.",
  in: "in_proj makes twice 192 numbers of 96, each a weighted sum of all of them: x, which will go through the state, and z, which will be the gate. In channel {index}, x is {value}.",
  conv: "conv1d: every channel by itself, its last four characters by its own four weights. Channel {index} becomes {value}.",
  silu: "SiLU bends every number by itself and leaves little of what is below zero: in channel {index} {from} becomes {value}.",
  select:
    "x_proj reads off all channels what this character asks for: six numbers δ for Δ, sixteen for B, where it is written, sixteen for C, where it is read. This is selection.",
  delta:
    "dt_proj makes a step size for every channel from the six numbers δ, softplus keeps it above zero: Δ of channel {index} is {value}.",
  scan: "The memory. Channel {index} keeps {least} to {most} % of what its 16 states held before this character, and adds Δ B u.",
  read: "C reads the 16 states of channel {index}, and D u goes past them: together y is {value}.",
  gate: "The gate: in channel {index} y is {from}, and z lets it through times {gate}: {value}.",
  out: "out_proj: 96 weighted sums of all 192 gated channels. Number {index} of what the block adds is {value}.",
  add: "The stream goes on as it came, plus what the block adds: number {index} was {from} and is {value}. In size the block adds {adds} % here.",
  waiting: "The text stands there; the model whose block it goes through is on its way.",
  atCharacter: "character {place} of {length}",
  // in the picture
  wholePicture:
    "One Mamba block: the numbers of one character, box by box from the stream and back into it",
  point:
    "The block: choose a box, up and down along the flow, and one of its numbers, left and right",
  pointText: "The text: move the playhead to a character",
  channels: "matrix: mixes channels",
  time: "mixes characters",
  bent: "bent: not linear",
  product: "two signals multiplied: not linear",
  lookedAt: "the number looked at",
  stream: "stream",
  normed: "normed stream",
  gated: "gated y",
  added: "the block",
  next: "stream, next block",
  size: "size",
  weights: "weights",
  products: "products",
  sum: "sum",
  bias: "bias",
  overText: "its Δ at every character",
  fourX: "x of four characters",
  fourW: "their weights",
  before: "before",
  after: "after",
  parameters: "parameters",
  multiplications: "multiplications",
  together: "the whole block",
  record: "recorded run",
  onItsWay: "model on its way",
  // the text
  empty: "Nothing to read: type at least one character.",
  strange: "The model knows none of these characters; it reads English letters and punctuation.",
  skipped: "Characters that the model has never seen were left out.",
  long: "24 characters are read; what comes after them was left out.",
  missing:
    "The model could not be fetched: the connection is broken, or the site lacks the file. Your text is still here.",
  damaged:
    "The model's file came damaged and was not used: another try may bring it whole. Your text is still here.",
} as const;

export type Phrase = keyof typeof phrases;
