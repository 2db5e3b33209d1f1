export const phrases = {
  general:
    "At lag {lag} a push of 1 has left the state ({x1}, {x2}) in the old numbers and ({z1}, {z2}) in the new ones. It is the same point, and C reads {K} from either.",
  diagonal:
    "In this basis neither number looks at the other: A is diagonal, with {l1} and {l2}. {left} of the eight numbers are neither 0 nor 1, and the kernel is the same.",
  singular:
    "Both basis vectors lie on one line. What is off that line has no numbers in this basis: T has no inverse, and there is no new model.",
  old: "old numbers",
  now: "new numbers",
  kernel: "kernel, by lag",
  path: "what a push leaves",
  steps: "steps along T₁ and T₂",
  byOld: "by the old numbers",
  byNew: "by the new numbers",
  beyond: "off the scale",
  drag: "Basis vector: drag its tip, or use the arrow keys",
  scrub: "kernel",
  picture:
    "The plane of the two states with the grid of the new basis and the path that a push leaves; A, B and C in the old and in the new numbers; the kernel by both",
} as const;

export type Phrase = keyof typeof phrases;
