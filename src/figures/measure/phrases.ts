/** The words of the picture and of its caption. */
export const phrases = {
  legs: "LegS: all {past} moments so far count alike. t times the slope of number {which} is {input} from the input now plus {inner} from the {N} numbers themselves, {slope} together. The projection’s own slope is the same, to {apart}.",
  legt: "LegT: the last {theta} moments count alike. θ times the slope of number {which} is {input} from the input now plus {inner} from the numbers: {slope}. The projection’s own slope is {truth}: what leaves the window is {leaves}, and the numbers say {said}.",
  lagt: "LagT: what is past fades, over some {theta} steps. θ times the slope of number {which} is {input} from the input now plus {inner} from the numbers, {slope} together. The projection’s own slope is the same, to {apart}: nothing leaves at an end.",
  fout: "FouT: a window of {theta} steps in waves. θ times the slope of number {which} is {input} from the input now plus {inner} from the numbers: {slope}. The projection’s own slope is {truth}: what leaves is {leaves}, and the numbers say {said}.",
  drawn:
    "Your weight over the last {theta} moments, and the polynomials that fit it. The law read off from them says {slope} for θ times the slope of number {which}; the projection’s own slope is {truth}.",
  silence: "Nothing has come in yet: all {N} numbers are zero.",
  u: "input",
  uhat: "read back",
  draw: "draw here",
  weight: "how much each moment counts",
  weigh: "what c# weighs each moment with",
  course: "c# by integration",
  byLaw: "by the law alone",
  tangent: "its slope by the law",
  terms: "# × slope of c#, term by term",
  together: "sum",
  true: "true slope",
  beyond: "off the scale",
  sketch: "Draw the input here, or use the arrow keys at the playhead",
  scrub: "The number over time: move the playhead by dragging or with the arrow keys",
  corner: "The weight at this age: drag, or use the arrow keys",
  picture:
    "The past and what the numbers say of it; how much each of its moments counts; what the chosen number weighs them with; that number over time with its slope; and the terms of the slope",
} as const;

export type Phrase = keyof typeof phrases;
