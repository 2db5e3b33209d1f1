export const phrases = {
  before: "Nothing has been asked yet: all three begin at 0. The ellipse is the filter's doubt.",
  one: "The first answer leaves a line of weights that would give it. The filter is {offKalman} from the truth, the delta rule {offDelta}, adding {offAdded}.",
  pairs:
    "After {n} answers the filter is {offKalman} from the truth, the delta rule {offDelta}, adding {offAdded}.",
  lost: "After {n} answers the filter is {offKalman} from the truth and the delta rule {offDelta}. Adding is {offAdded} off: it never looks at what is there already.",
  picture:
    "The plane of two weights: the truth, the line of the last answer, and the three estimates with their ways; beside it the distance of each from the truth, and their last steps in numbers",
  plane: "the two weights",
  off: "distance from the truth",
  filter: "Kalman filter",
  delta: "delta rule",
  added: "adding",
  truth: "truth",
  line: "would give this answer",
  lineBefore: "the one before",
  doubt: "two deviations of the filter",
  moves: "last step: direction · missed (adding: · answer)",
  beyond: "off the scale",
  drag: "The true weights",
  time: "Distances over the answers: move the playhead",
  clock: "answer {n}",
} as const;

export type Phrase = keyof typeof phrases;
