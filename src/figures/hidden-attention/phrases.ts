export const phrases = {
  row: "Mamba's channel hears most what is {mBack} back; half of its weight lies within {mReach}, and {mNegative} % is below zero. The Transformer's head looks {tBack} back, half within {tReach}; nothing is below zero, the sum is 1.",
  sizes:
    "The size of Mamba's weights, the mean of all 256 channels, is largest {mBack} back; half of it lies within {mReach}. The Transformer looks {tBack} back, half within {tReach}; the sum is 1.",
  waiting: "The text stands there; both models that are to read it are on their way.",
  atCharacter: "character {place} of {length}",
  mambaTitle: "Mamba, layer {layer}, channel {channel}",
  mambaMean: "Mamba, layer {layer}, mean size",
  headTitle: "Transformer, layer {block}, head {head}",
  headMean: "Transformer, layer {block}, all heads",
  full: "full colour",
  halfBack: "half within {mReach} back",
  positive: "above 0",
  negative: "below 0",
  rowWord: "the row looked at",
  halfWord: "holds half of its weight",
  record: "recorded run",
  onItsWay: "models on their way",
  skippedWord: "skipped:",
  lookMamba: "What Mamba hears: choose a row with the arrow keys, or press it",
  lookHead: "What the Transformer attends to: choose a row with the arrow keys, or press it",
  strongest: "strongest",
  wholePicture:
    "Two maps of weights over the same text, one row for each character and one column for each that it hears: left the hidden attention of a Mamba, right the attention of a Transformer; below each the weights of one row",
  empty: "Nothing to read: type at least two characters.",
  tooFew: "One character hears only itself: type at least two that the models know.",
  strange: "The models know none of these characters; they read English letters and punctuation.",
  skipped: "The models have never seen some of these characters and skip them.",
  long: "24 characters are read; what comes after them was left out.",
  missing:
    "A model could not be fetched: the connection is broken, or the site lacks the file. Your text is still here.",
  damaged:
    "A model's file came damaged and was not used: another try may bring it whole. Your text is still here.",
} as const;

export type Phrase = keyof typeof phrases;
