/** The words of the picture and of its caption. */
export const phrases = {
  legs: "LegS: all that came up to moment {past} counts alike. Number {which} is {value}; t times its slope is {input} from the input now plus {inner} from the numbers it has (N = {N}): {slope}. The projection’s own is the same, to {apart}.",
  legt: "LegT: the last {theta} moments count alike. θ times the slope of number {which} is {input} from the input now plus {inner} from the numbers: {slope}. The projection’s own is {truth}: {leaves} leaves, and the numbers say {said}.",
  lagt: "LagT: the past fades, over some {theta} steps. θ times the slope of number {which} is {input} from the input now plus {inner} from the numbers: {slope}. The projection’s own is the same, to {apart}: nothing leaves.",
  fout: "FouT: the last {theta} moments, in waves. θ times the slope of number {which} is {input} from the input now plus {inner} from the numbers: {slope}. The projection’s own is {truth}: {leaves} leaves, and the numbers say {said}.",
  drawn:
    "Your weight over the last {theta} moments. The law read off under it says {slope} for θ times the slope of number {which}; the projection’s own is {truth}.",
  silence: "Nothing has come in yet: all {N} numbers are zero.",
  u: "input",
  uhat: "read back",
  draw: "draw here",
  weight: "how much each moment counts",
  half: "how much each moment counts: exp(−s/2)",
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
