/** The words of the picture and of its caption. */
export const phrases = {
  off: "off the scale",
  atOne:
    "The tone that turns {tone} times in {circle} samples. Each lag of the kernel is an arrow: a copy of the tone, weighted, and turned back for its delay. Head to tail they reach K̂, and all turn as one: the tone comes out {gain} times as long, turned by {turn}°.",
  atSilent:
    "The tone that turns {tone} times in {circle} samples. Its delayed copies, head to tail, lead back to where they began: nothing comes out.",
  atAll:
    "Tone {tone} of {fastest}: the kernel's arrows, head to tail, reach K̂, of length {gain}. The input has {intoTone} of this tone, so the output has {outOfTone}. The tones up to here are added below.",
  atEnd:
    "All tones are added, and the dots lie in the rings: nearer than {gap} to the sum term by term.",
  atWrapped:
    "All tones are added, and the dots miss the rings, by up to {gap}. A circle of {circle} samples has no end: what should run past it comes in at the beginning.",
  arrows: "Kₖ, turned back by kω",
  turning: "arrows, turning",
  pair: "û, and ŷ = K̂ û",
  waves: "their height in time",
  copies: "its delayed copies, weighted",
  parts: "the copies, one by one",
  before: "tone",
  after: "what comes out",
  input: "input, and its tone",
  through: "the tone, out of the kernel",
  output: "these tones, added up",
  direct: "direct sum",
  look: "The sample: drag along the plot, or use the arrow keys",
  whole:
    "Arrows of the kernel head to tail, turning; beside them the tone and what comes out of it; or the input, one of its tones, and the output as a sum of tones",
  atTime: "sample {time} of {circle}",
  atTone: "tone {tone} of {fastest}",
} as const;

export type Phrase = keyof typeof phrases;
