/** The words of the picture and of its caption. */
export const phrases = {
  begins:
    "Twelve tokens lie in the card’s memory. In chunks of {c} they make {chunks} chunks. Nothing has run yet.",
  first:
    "K1, step {step} of {of}: every workgroup but the last walks its chunk from 0. It keeps h and ΣΔ at hand; only the last step writes them.",
  firstEnds:
    "K1 is over, and what its threads had at hand is gone. Of each chunk but the last, memory has the last state from 0 and ΣΔ.",
  second:
    "K2, step {step} of {of}: one thread for each state goes from chunk to chunk. A chunk’s decay is e^(AΣΔ). In the place of an end it writes what enters the next chunk.",
  secondEnds: "K2 is over. Memory has the state that enters each chunk.",
  third:
    "K3, step {step} of {of}: every workgroup begins with the state that enters its chunk, walks it again, and writes y.",
  ends: "All twelve outputs are there after {steps} steps in a row; one thread takes {alone}. For that, Δ and u were read nearly twice.",
  endsNoGain:
    "All twelve outputs are there after {steps} steps in a row; one thread takes {alone}. Chunks like these save nothing on twelve tokens.",
  endsAlone: "One chunk holds all: K3 alone, and each of its threads takes {alone} steps.",
  layer:
    "{L} tokens in chunks of {length}: {groups} workgroups in K3, {threads} threads in all. The longest chain is {chain} steps, where one thread would take {alone}. {moved} MB are read or written, {between} MB of them for what goes from dispatch to dispatch.",
  layerAlone:
    "{L} tokens in one chunk: {groups} workgroups in K3, {threads} threads in all, and a chain of {chain} steps. {moved} MB are read or written.",
  atStep: "step {t}",
  atStart: "before K1",
  group: "workgroup",
  memory: "memory of the card: only this outlives a dispatch",
  readMark: "read",
  writeMark: "written",
  scanBar: "three dispatches",
  aloneBar: "one thread",
  treeBar: "Blelloch’s tree",
  inRow: "steps in a row",
  groups: "workgroups of",
  chain: "steps in a row, by tokens of a chunk",
  carryCurve: "of them K2",
  allCurve: "all three",
  treeLine: "tree",
  engineMark: "the engine’s choice",
  scrub: "Steps of the three dispatches: move the playhead",
  whole:
    "Workgroups above, the card’s memory below, with what they read and write; under it the steps in a row",
  wholeCounts:
    "The workgroups of each dispatch, and the steps in a row against the tokens of a chunk",
} as const;

export type Phrase = keyof typeof phrases;
