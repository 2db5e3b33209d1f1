export const phrases = {
  off: "off the scale",
  single:
    "One number: what came in {halfLife} steps ago counts half as much as the present. 90 % of the memory lies within {horizon} steps.",
  alike:
    "{N} numbers, read alike; the slowest forgets half in {halfLife} steps. 90 % of the memory lies within {horizon} steps.",
  delay:
    "Asked for the input of {d} steps ago, the best read-out with N = {N} misses {missed} % of it.",
  box: "Asked for the mean of the last {d} inputs, the best read-out with N = {N} misses {missed} % of it.",
  u: "input",
  y: "output",
  lags: "steps ago",
  held: "share held within k steps",
  numbers: "the N numbers now",
  halves: "their half-lives",
  missing: "missed, by N",
  dragHalf: "Half-life of the slowest number: drag it, or use the arrow keys",
  dragGoal: "How far back the goal reaches: drag it, or use the arrow keys",
  draw: "Draw the input here, or use the arrow keys at the playhead",
  whole:
    "The kernel against lag and the share it holds; the numbers of the state; input and output over time",
} as const;

export type Phrase = keyof typeof phrases;
