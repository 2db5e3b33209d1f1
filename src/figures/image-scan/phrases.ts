export const phrases = {
  recorded:
    "A recorded run of the shipped model, {pixels} pixels read: it says {said}, {sure} % sure. The model itself is on its way.",
  unread: "Nothing is read yet: 196 pixels lie there, to be read one at a time.",
  begun:
    "{pixels} of 196 pixels read, no answer yet: {said} has {sure} %. Δ of this channel is {delta} here.",
  going:
    "{pixels} of 196 pixels read: it says {said}, {sure} % sure. Half of what this channel still hears comes from {half} of them.",
  done: "All read: {said}, {sure} % sure. Half of what this channel still hears comes from {half} pixels of 196, most from row {row}, column {col}.",
  wrong:
    "All read: it says {said}, {sure} % sure. Whoever labelled it says {labelled}, to which the model gives {fair} %.",
  otherOrder:
    "Read by {order}, it says {said}, {sure} % sure. In this order {right} of {of} test digits are right; by rows, as it was trained, {rows}.",
  waiting: "The sheet is there; its reading is on its way.",
  empty: "The sheet is empty. Draw a digit on it, or choose a handwritten one.",
  missing:
    "The model could not be fetched: the connection is broken, or the site lacks the file. What you drew is still here.",
  damaged:
    "The model's file came damaged and was not used: another try may bring it whole. What you drew is still here.",
  sheet: "what it reads",
  deltaMap: "Δ: layer {layer}, channel {channel}",
  shortDelta: "Δ, channel {channel}",
  heardMap: "still heard of each pixel",
  shortHeard: "still heard",
  full: "full colour:",
  none: "not yet",
  classes: "probability of each digit, pixel by pixel",
  record: "recorded run",
  here: "read here",
  model: "model",
  parameters: "parameters",
  trained: "trained on 8,000 digits of MNIST (CC BY-SA 3.0)",
  seed: "seed",
  steps: "steps",
  heldOut: "right of held-out digits:",
  pixel: "row, column",
  scrub: "Probabilities over the pixels: move the playhead",
  point: "The sheet and its maps: move the playhead to a pixel",
  whole:
    "A digit on a sheet of 14 by 14, the step size Δ of one channel at each pixel, what its state still hears of each pixel, and the probabilities of the ten digits as they unfold",
  pad: "The sheet: draw with the mouse, a finger, or the keys. Arrow keys move, Space draws, with Shift a line",
  pen: "Pen",
  eraser: "Eraser",
  clear: "Empty sheet",
  padHint:
    "Draw as large as you like: your digit is read at the size and the place that the data's have. It stays in this browser, and in a link that you copy.",
  cell: "row {row}, column {col}",
  ink: "ink",
  atPixel: "{pixels} pixels read",
} as const;

export type Phrase = keyof typeof phrases;
