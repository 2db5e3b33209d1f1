export const phrases = {
  recorded:
    "Recorded states of the small model, {tokens} characters read; the model itself is on its way. Behind the character under the playhead it gives the most probable one {next} %.",
  waiting: "The text stands there; the model that reads it is on its way.",
  streaming:
    "{far} of the {passed} characters in front of what is drawn are read; of them only the state goes on.",
  tokens:
    "Δ of this character is {delta}, {ratio} times its median. Behind it the most probable next character has {next} %.",
  surprised:
    "Δ of this character is {delta}, {ratio} times its median. What stands next in the text had {stands} %: number {rank} in the order of probability.",
  states:
    "The {states} states of channel {index} in layer {layerNow}: at the median Δ half of what is put into the slowest is left after {slow} characters, of the quickest after {quick}.",
  hears:
    "What channel {index} in layer {layerNow} says at this character: half of all it still hears, signs apart, comes from {half} characters.",
  hearsAll:
    "What all states of layer {layerNow} say at this character: half of it, signs apart, comes from {half} of {tokens} characters.",
  nothingChanged: "Nothing is changed yet. Choose a change, and a character by pointing at it.",
  changing: "The text is read once more, with the change.",
  changed:
    "The change moves {moved} % of the probability behind this character, {first} % behind the changed one. It last moves 1 % {lasts} characters further on.",
  model:
    "{layers} layers, one after the other, each of them adding to the same {width} numbers. At this character layer {layerNow} adds {adds} % of their size.",
  layer:
    "One layer at this character, with the numbers of channel {index}: what it is made into, and the gate at the end.",
  block:
    "All states of layer {layerNow}: {channels} channels of {states}, {memory} numbers. However long the text, there are no more of them.",
  channel:
    "The step itself, {states} times: what was there, times what is kept, plus what comes in.",
  missing:
    "The model could not be fetched: the connection is broken, or the site lacks the file. Your text is still here.",
  damaged:
    "The model's file came damaged and was not used: another try may bring it whole. Your text is still here.",
  whole:
    "A text, character by character, with what a trained Mamba makes of it, and the probabilities of the next character",
  point: "The text: move the playhead to a character",
  pointChange: "The text: choose the character at which something is changed",
  pointZoom: "Zoom: to the next level",
  hearAll: "what layer #layer still hears",
  meanOf: "Δ, layer #layer: mean of its #channels channels",
  oneOf: "layer #layer, channel #index (no. #rank)",
  scaleTimes: "up to ×#up, down to ÷#down",
  scaleFull: "full bar: #most",
  waitShort: "on its way",
  nothing: "nothing is changed",
  next: "next at temperature #T",
  largest: "largest Δ",
  heardMost: "heard most",
  madeOf: "what y is made of",
  together: "all together",
  sumHeard: "all characters: #value",
  sumBefore: "+ what came before: #value",
  sumSkip: "+ past the state, D u: #value",
  sharesWhat: "Each character's share of C h, summed over all channels without their signs.",
  moved: "probability that the change moves",
  wouldWrite: "it would then write",
  above: "above its median",
  below: "below",
  adds: "adds to y",
  takes: "takes from y",
  playhead: "read last",
  writtenBy: "by the model",
  before: "before the change",
  changedHere: "changed here",
  standsNext: "stands next",
  record: "recorded run",
  here: "computed here",
  parameters: "parameters",
  trainedOn: "trained on",
  heldOut: "#value nats a character, held out",
  skippedNote: "not in its vocabulary, skipped:",
  unkept: "this browser keeps no model for the next visit",
  skippedShort: "skipped:",
  passedShort: "read before:",
  passedNote: "read before what is shown:",
  leftNote: "tokens in front, not read:",
  ownExact: "in single precision, #size MB",
  ownEight: "in eight bits, #size MB",
  ledNote: "it begins behind ↵, as in training",
  leftTitle: "what is left now of what each state held then",
  halfTitle: "half is left after",
  halfShort: "½ after",
  earlier: "earlier",
  nowWord: "now",
  fullColour: "full colour:",
  modelTitle: "the stream, and the layers that add to it",
  modelBars: "upper bars: the layer's mean Δ at the last characters",
  modelAdds: "lower bar: what it adds to the stream, in % of its size",
  layerWord: "layer #n",
  channelWord: "channel #n",
  streamWord: "the stream",
  blockTitle: "all states of layer #layer",
  variesMost: "channels whose Δ varies most",
  variesLeast: "least",
  blockSome: "the #count channels of layer #layer whose Δ varies most",
  blockScale: "each line one of the #states states; full colour: #most",
  // the controls
  ownBroken:
    "The weights could not be read to their end: a number is none, or the file has changed. Your text is still here.",
  ownRoom:
    "This browser has no room for the packed model. Close other pages, or choose a smaller one. Your text is still here.",
  unit: "character → token", // of a reader's own model
  examples: "Examples",
  writeOn: "Write on",
  pause: "Pause",
  one: "One more",
  back: "Take one back",
  keep: "Keep it as my text",
  promptHint:
    "Type anything: it is read in this browser and goes nowhere. Other characters than the model knows are shown and skipped.",
  tooLong: "More than 200,000 characters: what comes after them was left out.",
  longHint: "Only the last 240 characters are drawn; all of them are read.",
  said: "written:",
} as const;

export type Phrase = keyof typeof phrases;
