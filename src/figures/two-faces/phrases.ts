/** What the figure says: a sentence for each step of each way, and the words in the picture. */
export const phrases = {
  begins:
    "{tokens} tokens, each with its own a, B̄, C and u. Nothing has been computed yet; what is faint is still to come.",
  walks:
    "Token {now}: the state keeps {decayNow} of what it held, takes in the token, and the output reads it: {y}. It is row {now} of the matrix times all inputs so far.",
  walked:
    "As a recurrence: {inRow} updates, each waiting for the one before, {multiplications} multiplications. Only the state is carried along: N = {N}.",
  dots: "First the scores: C of every token with B̄ of every token before it, as queries and keys of attention without softmax.",
  decays:
    "Then the decays: what is left on the way from column to row, the product of all a in between. From token {heard} to token {now} it is {decaysLeft}.",
  weighs: "Scores times decays: the matrix M of the layer. Nothing is recurrent in it.",
  sums: "M times the inputs: all {tokens} outputs at once, {multiplications} multiplications, none waiting for another. They differ from the recurrence's by at most {gap}.",
  attends:
    "All a = 1: M is C·B̄ alone, linear attention. Nothing fades, and the recurrence still gives the same outputs, with {smallRecurrence} multiplications instead of {smallMatrix}.",
  inside:
    "Inside each of the {chunks} chunks the small matrix, all chunks at once: each output has what it hears from its own chunk.",
  states:
    "For each chunk the state that it ends on if it begins with none: that is all it can ever tell the later ones, whatever its length. Size of a state: N = {N}.",
  carries:
    "From chunk to chunk the recurrence, one update for a whole chunk: the state that enters chunk {chunkNow} holds all that came before it.",
  output:
    "Each row reads the state that entered its chunk: that stands for all weights to the left of its chunk, and none of them was computed. Both parts add up to the recurrence's outputs, to {gap}. Updates in a row: {inRow}.",
  oneChunk:
    "One chunk holds all {tokens} tokens: that is the whole matrix, and nothing is left for the state to carry.",
  cost: "On {T} tokens each costs {recurrence} multiplications as a recurrence, {matrix} as a matrix, {chunked} by chunks, {share} % of them in products of matrices. In a row stand {waitsRecurrence} updates; by chunks {waitsChunked}.",
  tooFew: "At least two signs, please: one token hears only itself.",
  tooMany: "Only the first 16 signs are read.",
  matrixTitle: "the matrix M",
  dotsTitle: "scores C·B̄",
  decaysTitle: "decays a⋯a",
  stateTitle: "the states h",
  fromMatrix: "from M",
  fromState: "from h",
  full: "full colour",
  ranks: "above the diagonal: the rank of the mirrored block",
  positive: "above 0",
  negative: "below 0",
  nowWord: "computed now",
  throughWord: "goes through the state",
  hears: "Row {now} hears column {heard}:",
  ownChunk: "own chunk",
  before: "before it",
  look: "The weights of the matrix: choose one with the arrow keys, or press it",
  costTitle: "multiplications a token",
  againstT: "tokens T, chunks of Q",
  againstQ: "length of a chunk Q, T tokens",
  asRecurrence: "recurrence",
  asMatrix: "matrix",
  byChunks: "chunks",
  least: "fewest at",
  rankWord: "rank",
  all: "multiplications",
  inProducts: "in products",
  inARow: "in a row",
  whole:
    "Left the matrix of the layer over the tokens, right its states token by token, between them the outputs; below, the sums of one row. Or the multiplications of the three ways against tokens and length of a chunk",
  tokenClock: "token {t} of {tokens}",
  stepClock: "step {t} of {steps}",
} as const;

export type Phrase = keyof typeof phrases;
