export const phrases = {
  both: "t = {t}: inputs of energy 1 reach {long} one way and {short} the other. The largest start whose output has energy 1 at most is {blur}.",
  line: "t = {t}: B lies along a direction that A only stretches, so all inputs together reach nothing but a line, {long} either way.",
  blind:
    "t = {t}: the strip stays open. Two starts that differ along it give one and the same output, however long one looks.",
  neither: "t = {t}: only a line is reached, and one direction is never seen.",
  nothing: "Without B nothing is reached, without C nothing is seen.",
  reached: "reached with energy ≤ 1",
  alike: "starts of output energy ≤ 1",
  push: "one push, k steps later",
  stretched: "only stretched by A",
  beyond: "off the scale",
  dragB: "B: drag its tip, or use the arrow keys",
  dragC: "C: drag its tip, or use the arrow keys",
  picture:
    "Left, the states that inputs of energy 1 reach, an ellipse or a line; right, the starts whose output has energy 1 at most, an ellipse or an open strip; in both, the directions that A only stretches",
} as const;

export type Phrase = keyof typeof phrases;
