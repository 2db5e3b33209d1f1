/** What the figure says, and the words in its picture. */
export const phrases = {
  handExact:
    "A 1 turns h over, a 0 leaves it: its sign is the parity at every one of the {bits} bits, with one number, at any length.",
  handPositive:
    "Factors from 0 to 1 never change the sign: h says “even” every time and is right {handRight} times of {bits}. The best threshold on h would be right {best} times.",
  handOther:
    "Left of 0 is read as odd: {handRight} of {bits} right. After {ones} ones h is {h}, at a distance of {size} from 0.",
  before:
    "Nothing is trained at this setting yet. Press “Train all three”: three workers, {steps} steps each. Guessing is right half of the time.",
  learntRecorded:
    "Recorded, {step} steps on {L} bits. There 0 to 1 is right {positiveNear} %, −1 to 1 {negativeNear} %, turns {rotationNear} %; up to twice as far {positiveTwice}, {negativeTwice}, {rotationTwice} %; up to 16 times {positiveFar}, {negativeFar}, {rotationFar} %.",
  learntTrained:
    "Trained here, {step} steps on {L} bits. There 0 to 1 is right {positiveNear} %, −1 to 1 {negativeNear} %, turns {rotationNear} %; up to twice as far {positiveTwice}, {negativeTwice}, {rotationTwice} %; up to 16 times {positiveFar}, {negativeFar}, {rotationFar} %.",
  broken:
    "With a learning rate of {lr}, a net came to a number that is not finite after {broke} steps. It stopped there, with its last good weights. Choose a smaller rate.",
  readUntrained:
    "Untrained weights: all three guess. Press “Train all three”, then they read this stream as they have learned.",
  readRecorded:
    "The recorded nets read {bits} bits, trained on {L}: 0 to 1 right {positiveRight} times, −1 to 1 {negativeRight}, turns {rotationRight}. Of the one looked at, a 1 multiplies by {oneSize}, a 0 by {noughtSize}.",
  readTrained:
    "The nets trained here read {bits} bits, trained on {L}: 0 to 1 right {positiveRight} times, −1 to 1 {negativeRight}, turns {rotationRight}. Of the one looked at, a 1 multiplies by {oneSize}, a 0 by {noughtSize}.",
  turnRecorded:
    "The recorded nets read {bits} bits, trained on {L}: 0 to 1 right {positiveRight} times, −1 to 1 {negativeRight}, turns {rotationRight}. Of the one that turns, a 1 turns by {oneAngle}°, a 0 by {noughtAngle}°.",
  turnTrained:
    "The nets trained here read {bits} bits, trained on {L}: 0 to 1 right {positiveRight} times, −1 to 1 {negativeRight}, turns {rotationRight}. Of the one that turns, a 1 turns by {oneAngle}°, a 0 by {noughtAngle}°.",
  positive: "0 to 1",
  negative: "−1 to 1",
  rotation: "turns",
  right: "right at the length of training, %",
  loss: "loss, nats",
  far: "right by length, %",
  farNote: "bits, as multiples of L",
  chance: "guessing",
  least: "lowest possible",
  recorded: "recorded, faint behind",
  ofRecorded: "recorded",
  ofTrained: "trained here",
  off: "off the scale",
  nothing: "not trained yet",
  stream: "bits",
  odd: "odd so far",
  says: "says odd",
  wrong: "wrong",
  evenSide: "even",
  oddSide: "odd",
  now: "h after each bit",
  ahead: "with one more 1 in front: its parity is always the other",
  aheadShort: "with one more 1 in front",
  plane: "where a 1 sends 1",
  path: "h",
  oddSigns: "Only noughts and ones can be read.",
  noBits: "There has to be at least one bit.",
  oddLength: "At most 256 bits can be read.",
  write:
    "The stream: move along it with the arrow keys or by pointing; press the bit at the playhead again, or up and down, to turn it over",
  scrub: "Training steps: move through them by dragging or with the arrow keys",
  look: "States by bit: move along the stream by pointing or with the arrow keys",
  hold: "What a 1 multiplies by: drag it in the plane; left and right change its size, up and down its angle",
  whole:
    "A number that every bit multiplies, and what its sign says; or three nets that learn the parity of a stream, and how they read the reader’s bits",
  atStep: "{step} steps",
  atBit: "bit {read} of {bits}",
} as const;

export type Phrase = keyof typeof phrases;
