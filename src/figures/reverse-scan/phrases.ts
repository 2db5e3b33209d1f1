/** The words of the picture and of its caption. */
export const phrases = {
  begins:
    "The first token is still to come. Forward, a state takes in its input and what the one before hands on.",
  forward: "Forward, token {now}: the state is a share of the one before it, plus the input.",
  turns:
    "All states are there, and the loss is {loss}: the sum of the outputs that are marked. Now the other way: how does it change if a state is pushed?",
  back: "Backward, token {now}: what its own output gives the loss, plus a share of what reaches the next state. The share is the next token’s a.",
  ends: "The gradient has come to the first token and is {first} there. {reach} of the states get more than a hundredth of the largest.",
  endsShut:
    "No gradient comes past token {gate}, whose a is 0: no earlier state matters to the loss. The gradient by that a itself is {slope}.",
  atToken: "step {t}",
  asked: "the loss looks here",
  gateMark: "the gate’s token",
  forwardWord: "forward →",
  backWord: "← backward",
  picture:
    "Inputs, decays, states, gradients of the states and of the decays, token by token; the states fill from the left, the gradients from the right",
} as const;

export type Phrase = keyof typeof phrases;
