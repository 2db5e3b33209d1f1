import { viewNames } from "./viewsParam.ts";

const told = {
  broken:
    "With Δ = {delta} this rule has no step for this system, or its numbers are larger than a computer holds: nothing is computed. Another Δ or another rule helps.",
  overflows:
    "Unstable: the largest eigenvalue has size {radius}. At step {overflow} the state is larger than any number a computer holds; the run ends there.",
  grows:
    "Unstable: the largest eigenvalue has size {radius}, outside the unit circle. What is stored grows {radius} times a step, whether the output shows it or not.",
  turns:
    "On the edge: the largest eigenvalue has size 1. What is stored is never forgotten. Where input and output reach it, a sine of its own frequency swells without bound.",
  fades:
    "Stable: the largest eigenvalue has size {radius}, the half-life is {halfLife}, in steps. The loudest frequency is {loudest} radians a step, with {gain} dB.",
  ends: "Every eigenvalue is 0: what comes in is carried along for at most {size} steps, unfading, and is then gone.",
  alike:
    "Stable: the largest eigenvalue has size {radius}, the half-life is {halfLife}, in steps. All frequencies pass alike, with {gain} dB.",
  measured:
    "The measurement misses the true output by {missMeasured} (rms). Choose a filter to estimate the state.",
  filters:
    "The measurement misses the true output by {missMeasured} (rms); the Kalman filter, which sees only what has been, misses it by {missEstimate}.",
  smooths:
    "The measurement misses the true output by {missMeasured} (rms); the smoother, which has seen all of it, misses it by {missEstimate}.",
  surprised:
    "The estimate misses by {missEstimate} (rms), the filter is too sure of it: mean NIS {nis}, where 1 is right. There is more noise than it believes.",
  timid:
    "The estimate misses by {missEstimate} (rms), the filter is not sure enough: mean NIS {nis}, where 1 is right. There is less noise than it believes.",
  refused:
    "No estimate: nothing is uncertain at the start, and without measurement noise the filter would divide by zero. Raise R a little.",
  selecting:
    "Selection: at step {t} the input {u} sets Δ to {delta}. The eigenvalues move with it, and there is no one kernel: each step hears the past in its own way.",
  polesWrong:
    "Eigenvalues are numbers with commas between, at most 1000 in size: −0.2+1.5i, −1. Each complex one brings its mirror image along.",
  polesMany: "That makes more than eight numbers of state; a complex eigenvalue takes two.",
} as const;

const words = {
  beyond: "off the scale",
  whole: "The views you have chosen of one system and one run of it",
  draw: "Draw the input here, or use the arrow keys at the playhead",
  scrub: "State and output over time: move the playhead",
  lagScrub: "The kernel: move the playhead along the lags",
  pole: "An eigenvalue: drag it, or use the arrow keys",
  states: "states",
  truth: "true output",
  measures: "measured",
  estimates: "estimate",
  discrete: "in steps",
  continuousTime: "continuous",
  partial: "so far",
  radians: "rad/step",
  driven: "the input's own",
  inputWaves: "input",
  outputWaves: "output",
  stable: "stable",
  powers: "λ, λ², …",
  lags: "steps ago",
  heardNow: "what this step still hears",
  weights: "kernel",
  noStep: "no step",
  noKernel: "no kernel",
  more: "One state more",
  fewer: "One state fewer",
  numbersOf: "Its numbers, to edit",
  wavesOf: "Its eigenvalues, to drag",
  blockHint:
    "A above left, B to the right, C below, D in the corner. A copied block of numbers can be pasted into an entry.",
  entryWrong: "An entry is a number from −1000000 to 1000000.",
  pasteWrong:
    "What was pasted does not fit here: rows of equally many numbers, a block of A, B, C and D up to nine by nine, or a part of the present one.",
  earlier: "earlier",
  later: "later",
  takeAway: "take away",
  add: "add",
  viewsHint: "Two to four views, in your order.",
} as const;

export const phrases = { ...told, ...words, ...namesOf() } as const;

function namesOf() {
  return viewNames;
}

export type Phrase = keyof typeof phrases;
