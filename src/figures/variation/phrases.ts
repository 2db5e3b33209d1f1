export const phrases = {
  start:
    "The step begins at {h0}. If nothing came in for {dt} s, {left} of it would be left. Now the input, slice by slice.",
  slice:
    "Slice {slice} of {slices} brings in {brought}; at the end of the step {share} % of that is left. The slices so far leave {came}, the start leaves {left}.",
  smooth:
    "All {slices} slices together leave {came}: the integral. The start leaves {left}. The step ends at {h1}.",
  zoh: "Held at {taken}, the input comes out of the integral: what is left of it is {taken} times {bbar}. The step ends at {h1}, exactly it is {exact}.",
  whole:
    "Slice {slice} of {slices} brings in {brought}, and for Mamba’s rule all of it is left at the end of the step. The slices so far leave {came}, the start leaves {left}.",
  mamba:
    "Mamba’s rule: the start fades, the input does not. All of {dt} · {taken} is left. The step ends at {h1}, exactly it is {exact}.",
  euler:
    "Euler takes the rate at the start, {first}, for the whole step. It ends at {h1}, exactly it is {exact}.",
  assume:
    "Assume that the step ends at {assumed}: the rate there is {last}. The area says that it ends at {gives}.",
  backward:
    "The rate at the end, {last}, for the whole step: assumed and given agree on {h1}. Exactly it is {exact}.",
  bilinear:
    "The mean of both rates, {first} and {last}: assumed and given agree on {h1}. Exactly it is {exact}.",
  atSlice: "slice {slice} of {slices}",
  onTheWay: "{percent} % of the way",
  input: "input, and as the step takes it",
  weighed: "left of each slice at the end",
  rates: "rate A h + B u; its area is the change",
  state: "state",
  sharesLeft: "share left",
  exactly: "exactly",
  alone: "without input",
  piled: "what slices add",
  line: "as the step sees it",
  given: "end that the area gives",
  tangents: "rates at the ends",
  soFar: "so far",
  dragStep: "Step size: drag it, or use the arrow keys",
  dragStart: "State at the start: drag it, or use the arrow keys",
  dragKnot: "Input: drag it, or use the arrow keys",
  scrub: "How far the step has come: drag along the plot, or use the arrow keys",
  picture:
    "Over one step: the input in slices; what is left of each at the end, or the rate at which the state changes; and the state, exact and as the step sees it",
} as const;

export type Phrase = keyof typeof phrases;
