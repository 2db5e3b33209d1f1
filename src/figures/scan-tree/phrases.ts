/** What the figure says: a sentence for each phase of each algorithm, and the words in the picture. */
export const phrases = {
  begins:
    "{n} pairs (a, b), each one step of h ← a·h + b. Result t is to be the pair that does all steps from 0 to t at once.",
  walks: "Join {level} of {levels}: each result waits for the one before it.",
  sweeps:
    "Sweep {level} of {levels}: every result takes in the one at distance {gap} before it. Joins at once: {joins}; work so far {workNow} of {work}.",
  climbs:
    "Up, level {level} of {levels}: neighbouring stretches are joined two by two. Joins at once: {joins}; work so far {workNow} of {work}.",
  clears:
    "The root's total makes way for (1, 0), the pair that changes nothing: nothing comes before the whole.",
  descends:
    "Down, level {level} of {levels}: a parent hands what comes before it to its left child; joined with that child's total it goes to the right one. What comes before is earlier, so it enters on the left.",
  adds: "Last level: what comes before each element is joined with the element itself.",
  reduces:
    "Level {level} of {levels}: every chunk but the last is joined into one pair, all chunks at once. Work so far {workNow} of {work}.",
  carries:
    "Level {level} of {levels}: the carry goes from chunk to chunk, one join for each. Work so far {workNow} of {work}.",
  rescans:
    "Level {level} of {levels}: every chunk starts from its carry and goes through its pairs again, all at once. Work so far {workNow} of {work}.",
  endsAlone: "One after the other: {work} joins, and each waits for the one before: depth {depth}.",
  ends: "All {n} results: {work} joins on {depth} levels. One after the other it takes {alone} joins on as many levels.",
  wrong:
    "The operands are the wrong way round. The last state comes out as {result} instead of {right}; the states differ by up to {difference}.",
  luck: "The operands are the wrong way round, and yet the states are right: these pairs happen to commute.",
  walk: "one by one",
  sweep: "sweep",
  up: "up",
  down: "down",
  reduce: "reduce",
  carry: "carry",
  output: "output",
  element: "The pair of step",
  covers: "Steps",
  nothing: "The pair that changes nothing",
  passed: "Handed on unchanged: steps",
  waiting: "not yet computed",
  pointAt: "The earlier pair stands on the left:",
  work: "work",
  depth: "depth",
  look: "The nodes of the network: point at one, or use the arrow keys",
  whole:
    "The network of the scan: the pairs at the top, joins level by level, results; below, the computation in the node looked at",
  atLevel: "level {t}",
} as const;

export type Phrase = keyof typeof phrases;
