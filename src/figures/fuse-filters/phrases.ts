export const phrases = {
  seriesSame:
    "{k1} and {k2} taps in a row are one kernel of {taps}. Its outputs are the same, apart by {gap} at most. That saves {savedMult} of {multTwo} multiplications; of {movedTwo} numbers moved, {movedOne} are left.",
  parallelSame:
    "Side by side the weights add: one kernel of {taps} taps, apart by {gap} at most. {multTwo} multiplications become {multOne}, {movedTwo} numbers moved become {movedOne}.",
  s4: "S4’s kernel has a weight for every lag, C Āⁱ B̄, and merges like any other: apart by {gap} at most.",
  reluWrong:
    "The ReLU cut {cut} of {L} numbers. The merged kernel is wrong by {wrong} %, most at step {worst}, by {gap}; the nearest of {bestTaps} taps by {bestWrong} %. One program for all still moves only {movedOne} numbers.",
  reluSame:
    "There is a ReLU in between, but nothing in between is negative. It changes nothing, and the merged kernel is right: apart by {gap} at most.",
  siluWrong:
    "A SiLU bends every number that passes. The merged kernel is wrong by {wrong} %, the nearest kernel of {bestTaps} taps by {bestWrong} %.",
  selective:
    "Δ follows the input, so each step has a kernel of its own; here that of step {t}. The kernel with Δ at rest is wrong by {wrong} %, the nearest of {bestTaps} taps by {bestWrong} %.",
  standsStill:
    "Selective in name only: Δ is the same at every step. That is one fixed kernel, and it merges: apart by {gap} at most.",
  titleInput: "input",
  titleFirst: "program 1: the first filter",
  titleCut: "programs 1, 2: first filter, what passes",
  titleSecond: "program 2: the second filter",
  titleThird: "program 3: the second filter",
  titleFirstToo: "programs 1, 2: both filters",
  titleSum: "program 3: their sum",
  titleOne: "one program: the merged kernel",
  kernelFirst: "first",
  kernelSecond: "second",
  kernelMerged: "merged",
  kernelRest: "Δ at rest",
  lag: "lag",
  multiplied: "multiplications a step",
  movedWord: "numbers moved a step",
  usedKey: "what step t really uses",
  otherKey: "at three other steps",
  bestKey: "the nearest there is",
  offKey: "apart",
  cutKey: "cut away",
  secondKey: "the second filter alone",
  reachKey: "what the kernel reaches",
  most: "most",
  beyond: "off the scale",
  drawFirst: "The first kernel: draw, or choose a lag with the arrow keys and move it up and down",
  drawSecond:
    "The second kernel: draw, or choose a lag with the arrow keys and move it up and down",
  drawInput: "The input: draw, or move along with the arrow keys and up and down",
  scrub: "The outputs over the steps: move the playhead",
  whole:
    "An input, what the first filter makes of it and what the second makes of that; below, what one merged kernel makes of the input. Beside each row stands its kernel",
  strange: "Only numbers from −1 to 1 with spaces between: 0.4 0.3 0.2 0.1. Nothing was changed.",
  range: "Weights are between −1 and 1. Nothing was changed.",
  nothing: "There is no number yet.",
  long: "A drawn kernel has 8 taps at most: what comes after them was left out.",
} as const;

export type Phrase = keyof typeof phrases;
