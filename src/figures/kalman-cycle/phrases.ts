/** What the figure says: one sentence for each kind of half-step, one for each verdict, and the words in the picture. */
export const phrases = {
  begins: "Before anything is seen the filter believes {result}, give or take {deviation}.",
  predicts: "Step {step}, predict: A moves the estimate to {hprior}, Q widens it to P⁻ = {Pprior}.",
  updates:
    "Step {step}, update: the measurement {measured} differs from the prediction by {innovation}. Of that the share K = {gain} is taken in, and P falls to {P}.",
  idle: "Step {step}: S = 0. Nothing is uncertain, so no measurement can say anything; it is left out.",
  endsConsistent:
    "The squared innovations of {runs} runs are {nisMany} times what the filter expects (chance: {manyLow} to {manyHigh}): it knows how wrong it is.",
  endsOver:
    "Over-confident: it claims to err by {claims} and errs by {errs}. The squared innovations of {runs} runs are {nisMany} times what it expects; this run alone says {nis}.",
  endsUnder:
    "Under-confident: it claims to err by {claims} and errs by {errs}. The squared innovations of {runs} runs are only {nisMany} times what it expects.",
  endsUneven:
    "The innovations are of the right size, but lean on each other: neighbours are correlated by {lag}. The filter leaves something that could have been predicted.",
  endsCertain:
    "Q = R = 0: after the first measurement nothing is uncertain, the gain is 0/0, and the test has nothing to test.",
  consistent: "✓ consistent",
  over: "✗ over-confident",
  under: "✗ under-confident",
  uneven: "✗ not white",
  certain: "nothing to test",
  testTitle: "e²/S, on average",
  testOne: "this run",
  testMany: "100 runs",
  truth: "truth",
  doPredict: "predict",
  doUpdate: "update",
  dragY: "The present measurement: drag it, or use the arrow keys",
  dragR: "How far the filter believes a measurement to miss: drag it, or use the arrow keys",
  scrub: "Truth, measurements and estimate over time: move the playhead",
  whole:
    "What is believed of the state as a bell curve, with the measurement; the sums of the half-step; the course of the filter; and the test of its innovations",
  atPredict: "step {step}: predict",
  atUpdate: "step {step}: update",
  beyond: "off the scale",
} as const;

export type Phrase = keyof typeof phrases;
