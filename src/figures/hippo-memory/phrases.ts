export const phrases = {
  beyond: "off the scale",
  whole:
    "{N} numbers hold the outline of the signal up to step {past}. Read back, they miss {missed} % of the signal.",
  warped:
    "Without 1/t the polynomials lie on a warped axis: half of it is spent on the last {half} steps, the rest on everything before. {missed} % is missed.",
  window:
    "{N} numbers hold a window, by now {reach} long, and miss {missed} % of it. What came before is gone.",
  fading:
    "LagT holds a past that fades over some {theta} steps. Of the signal up to step {past} it misses {missed} %.",
  random:
    "A random A of the same size. Read back as well as can be, by least squares, its {N} numbers miss {missed} %.",
  eulerScaled:
    "Euler multiplies number n by 1 − (n+1)/k: up to step {shaky} beyond 1 in size, and the largest |c| reaches {peak}. At k = n + 1 the factor is 0: n is clean again.",
  eulerFixed:
    "Euler's steps are too long for this A: |1 + λ/θ| exceeds 1. The largest |c| reached {peak}.",
  overflow:
    "Euler has left the range of numbers after {finite} steps. There is nothing left to read.",
  silence: "Nothing has come in yet: all {N} numbers are zero.",
  u: "input",
  uhat: "as remembered",
  share: "its part",
  best: "direct projection",
  numbers: "the N numbers now",
  ruler: "the polynomials' own axis, in equal parts",
  gone: "gone",
  errors: "error of the first n",
  parts: "each number times its curve",
  draw: "Draw the input here, or use the arrow keys at the playhead",
  choose: "The numbers: point at one, or use the arrow keys, to see its part",
  picture: "The input, what the numbers say of it, the numbers, their polynomials, and the error",
} as const;

export type Phrase = keyof typeof phrases;
