/** The words of the picture and of its caption. */
export const phrases = {
  impulse:
    "{states} numbers. To an impulse LegS and S4D-LegS answer {impulseGap} apart (rms), and no N, however large, brings this near 0. At frequency {w} the transforms differ by {gap} of the diagonal’s own.",
  step: "{states} numbers. To a step LegS and S4D-LegS answer {stepGap} apart (rms): a step has little of the fast tones. At frequency {w} the transforms differ by {gap}.",
  time: "first number, by time",
  sizes: "how far apart, by N",
  frequencies: "difference of the transforms, by frequency",
  legs: "LegS",
  diagonal: "S4D-LegS",
  toImpulse: "impulse",
  toStep: "step",
  toTone: "at ω",
  measured: "measured",
  before: "smaller N",
  law: "ω / √(ω² + N²)",
  other: "shuffled signs",
  off: "off the scale",
  look: "The frequency looked at: drag along the plot, or use the arrow keys",
  whole:
    "What the first number of LegS and of S4D-LegS answers in time; how far they are apart by N; and the relative difference of their transforms by frequency, beside its law and beside what another column would leave",
  atSize: "N = {states}",
} as const;

export type Phrase = keyof typeof phrases;
