export const phrases = {
  straight:
    "A straight line makes a bell of a bell, and all three agree: {trueMean}, give or take {trueDeviation}.",
  flat: "Where the curve is level, or nearly, the tangent leaves far too little doubt: {tangentMean} ± {tangentDeviation}. In truth it is {trueMean} ± {trueDeviation}, and the sigma points say {pointsMean} ± {pointsDeviation}.",
  bent: "The tangent says {tangentMean} ± {tangentDeviation}, the sigma points {pointsMean} ± {pointsDeviation}. In truth it is {trueMean} ± {trueDeviation}: the bend moves the mean.",
  nearly:
    "The tangent says {tangentMean} ± {tangentDeviation}, the sigma points {pointsMean} ± {pointsDeviation}, and in truth it is {trueMean} ± {trueDeviation}: within the bell's width the curve hardly bends.",
  width:
    "The tangent says {tangentMean} ± {tangentDeviation}, the sigma points {pointsMean} ± {pointsDeviation}. In truth it is {trueMean} ± {trueDeviation}: the tangent's mean is nearly right, its width is not.",
  picture:
    "A bell of states below a curve, and at the side what becomes of it: in truth, by the tangent and by three points",
  truth: "truth",
  tangent: "tangent (EKF)",
  points: "sigma points (UKF)",
  sigma: "sigma point",
  state: "the state",
  curve: "the curve",
  equal: "drawn equally high",
  beyond: "off the scale",
  dragMean: "The mean of the state",
  dragWidth: "The width of the state",
} as const;

export type Phrase = keyof typeof phrases;
