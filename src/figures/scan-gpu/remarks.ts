/** Titles of the shaders and remarks on their lines. */
export const remarks = {
  codeAlone: "One thread for each series",
  codeReduce: "First dispatch: every chunk to one pair",
  codeCarry: "Second dispatch: from chunk to chunk",
  codeOutput: "Third dispatch: every chunk again, from its carry",
  codeLevel: "Hillis–Steele: one level, run log₂ L times with twice the gap",
  codeLeaves: "Blelloch: the leaves",
  codeUp: "Blelloch: one level of the way up",
  codeDown: "Blelloch: one level of the way down",
  codeOwn: "Blelloch: each prefix with its own pair",
  noteOperator: "The operator: the earlier map first. Its order matters, its brackets do not.",
  noteThread:
    "Workgroups of 64 threads. All run this same text; each knows itself by its number i alone.",
  noteChunk: "Which pairs are this thread's: those of one chunk of one series.",
  noteTotal:
    "It walks through its chunk, one pair after the other, while all other chunks do the same.",
  noteLeft: "One pair a chunk is all that is left to hand on.",
  noteShared:
    "Memory that the 256 threads of a workgroup share; they need no way to the card's own.",
  noteSegment: "Each thread joins a stretch of the chunks' totals.",
  noteBarrier: "All wait here until everyone has written.",
  noteOthers:
    "What comes before its own stretch, then the stretch again: reduce, then scan, once more.",
  noteBefore: "What all chunks before this one amount to. The first chunk has nothing before it.",
  notePiece:
    "Long walks are cut into several dispatches, so that the card answers the screen in between.",
  noteWrite: "Every prefix is written once.",
  noteAlone: "There is one chunk, the whole row: each join waits for the one before it.",
  noteGap: "Its partner stands a gap before it: the earlier one, so it goes first.",
  noteAll: "Every level reads and writes every pair: that traffic is what it costs.",
  noteFill: "Up to a power of two the tree is filled with (1, 0), which changes nothing.",
  noteRight: "Which node is this thread's. With each level up, half as many threads have work.",
  noteTakes: "The right child takes in the left one.",
  noteRoot: "Nothing comes before the root.",
  noteParent: "What comes before the parent comes before its left child.",
  noteSibling: "And before the right child comes that, then the old left one: earlier first.",
  noteOwn: "What comes before, then the pair itself.",
} as const;
