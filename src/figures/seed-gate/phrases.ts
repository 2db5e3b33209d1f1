export const phrases = {
  off: "off the scale",
  shut: "Token {t}: the gate is shut. In the article's formula nothing is left, h = {seed}; S6 still holds {s6}.",
  nearlyShut:
    "Token {t}, g = {gate}: of the state before, the article's formula keeps {keptSeed} %, S6 keeps {keptS6} %.",
  open: "Token {t}: the gate is wide open. The article's formula takes the token into what was there, h = {seed}; S6 lets go of that and takes the token, {s6}.",
  refused:
    "Tokens {first} and {second} in turn take h = {where} to {both}, the nearest single step of this kind to {single}. They are no single step, so no tree can share out the work: {refused} of 8 pairs are refused.",
  lucky:
    "These two happen to be a single step again: apart by {gap} at most. But {refused} of 8 pairs are not, and one is enough to forbid the tree.",
  later:
    "All pairs merge, but {refused} of the stretches of {size} tokens do not: the tree ends there.",
  through:
    "Without an f two steps are always one step again. In {levels} levels the whole row is merged: {last}, as one after the other, {end}.",
  emptied:
    "Every pair merges here, because shut gates leave nothing of what came before. Open them a little and try again.",
  article: "the article: h = f(A h + B u) ⊙ g",
  selective: "S6: h = (1 − g) h + g u",
  tokens: "tokens",
  gates: "the same gate for both",
  closed: "gate shut",
  inTurn: "both in turn",
  nearest: "nearest single step",
  stateBefore: "h before both",
  stateAfter: "h after both",
  apart: "apart",
  one: "one step again",
  none: "no single step",
  shownPair: "the pair of the curve",
  notReached: "not reached",
  drawTokens: "The tokens: draw, or move along with the arrow keys and up and down",
  drawGates: "The gate at each token: draw, or move along with the arrow keys and up and down",
  scrub: "Both states over the tokens: move the playhead",
  choosePair: "Pairs of tokens: move the playhead to a pair",
  whole:
    "Tokens and one gate; below them the state of the article's formula and that of S6 with the same gate. Or: two steps as one curve, the nearest single step, and the tree that they would be merged in",
  strange: "Only digits 0 to 9, each with a minus where you like: 6 -2 1 4. Nothing was changed.",
  strangeGate: "Only digits 0 to 9: 0 is shut, 9 wide open. Nothing was changed.",
  nothing: "There is no digit yet.",
  long: "A row has 16 tokens: what comes after them was left out.",
} as const;

export type Phrase = keyof typeof phrases;
