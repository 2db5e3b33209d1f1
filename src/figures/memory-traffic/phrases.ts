/** What the figure says: a sentence for each outcome, and the words in the picture. */
export const phrases = {
  begins:
    "Nothing has moved yet. In memory lie only the inputs; what will be written is dashed. Each block is as large as its bytes.",
  beginsBack:
    "Nothing has moved yet. Separate programs had to keep Ā and h, {kept} MB, from the way forward; the fused scan keeps the inputs alone.",
  going: "So far the separate programs have moved {apartSoFar} MB, the fused scan {fusedSoFar} MB.",
  ends: "Separate programs move {apart} MB, {ratio} times as much as the fused scan's {fused} MB. Ā, B̄u and h, {pairs} MB each, are made and used on the chip: it never writes them.",
  endsBack:
    "Backward, separate programs move {apart} MB, {ratio} times as much as the fused scan's {fused} MB. It makes the states again, {stretch} tokens at a time; {passed} MB are all it hands on.",
  roofMemory:
    "Separate programs do {intensityApart} operations for each byte, the fused scan {intensityFused}. Below {ridge} this card waits for its memory, so both wait: at least {boundApart} µs and {boundFused} µs.",
  roofExps:
    "Separate programs do {intensityApart} operations a byte and wait for memory, at least {boundApart} µs. The fused scan does {intensityFused}; it waits for exponentials, at least {boundFused} µs.",
  roofArithmetic:
    "Separate programs do {intensityApart} operations a byte and wait for memory, at least {boundApart} µs. The fused scan does {intensityFused}; this card's arithmetic is its limit, at least {boundFused} µs.",
  before:
    "Press “Run it here” to time both on this machine. For these sizes nothing was recorded on another card.",
  recorded:
    "Lines without marks: recorded on another card, where the separate programs take {recordedApart} µs. That is {recordedRatio} times as long as the fused scan's {recordedFused} µs. Press “Run it here” for this machine.",
  recordedAlone:
    "Lines without marks: recorded on another card, where the fused scan takes {recordedFused} µs. Press “Run it here” for this machine.",
  started: "Results are drawn as they come: the graphics card first, then the processor.",
  onCard:
    "On this graphics card the separate programs take {cardApart} µs, {cardRatio} times as long as the fused scan's {cardFused} µs. On the processor ({loopChannels} channels) {loopApart} and {loopFused} µs.",
  onCardAlone:
    "On this graphics card the fused scan takes {cardFused} µs. On the processor ({loopChannels} channels) separate loops take {loopApart} µs, one loop {loopFused} µs.",
  unsupported:
    "This browser has no WebGPU. On the processor ({loopChannels} channels) separate loops take {loopApart} µs, one loop {loopFused} µs.",
  "no-adapter":
    "WebGPU is here, but it found no graphics card that it may use. On the processor ({loopChannels} channels) separate loops take {loopApart} µs, one loop {loopFused} µs.",
  fallback:
    "WebGPU runs in software here, with no graphics card behind it. On the processor ({loopChannels} channels) separate loops take {loopApart} µs, one loop {loopFused} µs.",
  failed:
    "The graphics card refused the work. On the processor ({loopChannels} channels) separate loops take {loopApart} µs, one loop {loopFused} µs.",
  lost: "The connection to the graphics card was lost twice; what it measured stays. On the processor ({loopChannels} channels) separate loops take {loopApart} µs, one loop {loopFused} µs.",
  tooLarge:
    "u alone takes {row} MB here, and a dozen tensors of that size are needed: more than a page should ask of a card. Nothing was run; choose a smaller L or D, 134 MB at most.",
  whole:
    "The tensors of the selective scan as blocks, between memory and chip; its place under the roofline; or its times",
  scrub: "Programs: drag, or use the arrow keys",
  apartTitle: "Separate programs",
  fusedTitle: "Fused scan",
  memory: "memory, blocks in",
  scale: "a block: L wide, numbers of a token high",
  atStart: "at the start",
  atProgram: "program {program}",
  inputs: "inputs",
  handed: "handed on",
  slopes: "gradients",
  never: "on the chip only",
  waits: "nothing has started",
  apartBar: "separate",
  fusedBar: "fused",
  expand: "discretise: Ā = e^ΔA, B̄u = ΔBu",
  expandBack: "prepare: Ā of the next token, ȳC",
  scanOnce: "scan: h = Āh + B̄u",
  scanBack: "scan backwards: g = ȳC + Ā₊g",
  scanLevels: "scan, level by level",
  contract: "contract: y = Ch + Du",
  du: "du from g",
  dDelta: "dΔ from g, Ā, h",
  dA: "dA from g, Ā, h",
  dB: "dB from g",
  dC: "dC from h",
  dD: "dD from ȳ",
  reduce: "walk every chunk from zero, keep its end",
  carry: "carry from chunk to chunk",
  output: "walk again from the carry, write y",
  adjoint: "walk every chunk backwards, keep its end",
  gradients: "make the states again, write gradients",
  sums: "add up the partial sums",
  intensity: "operations for each byte",
  rate: "operations a second",
  roof: "what the card can reach",
  expRoof: "limit of its exponentials",
  apartMark: "separate",
  fusedMark: "fused",
  recordedMark: "recorded",
  length: "tokens, L",
  time: "time of one pass",
  apartCard: "separate, card",
  fusedCard: "fused, card",
  apartCpu: "separate, processor",
  fusedCpu: "fused, processor",
  apartRecorded: "separate, recorded",
  fusedRecorded: "fused, recorded",
  onThisCard: "This graphics card",
  noCard: "No graphics card",
  processor: "processor",
  unnamed: "the browser does not name it",
  empty: "not run here yet",
  recordedOn: "Recorded",
  notRun: "This is more than a page should ask of a card: not run.",
  tooWide: "Ā alone is above 134 MB, the most a page may bind at once: not run apart.",
  noBackward: "There is no separate backward pass for the card here: it is counted only.",
  refused: "The card refused some of it: what it measured stays.",
  hidden: "The page was hidden meanwhile: those times were taken again.",
} as const;

export type Phrase = keyof typeof phrases;
