export const phrases = {
  same: "At normal speed both signals are one, and so are the numbers.",
  exact:
    "At {pace} times the speed LegS holds the same {N} numbers, up to rounding ({legs} %). LegT's change by {result} %, because its window stays {theta} steps long.",
  bilinear:
    "At {pace} times the speed LegS's numbers change by {legs} %: the bilinear rule's error, which finer samples make smaller. LegT's change by {result} %.",
  silence: "Nothing has come in yet: all numbers are zero.",
  normal: "normal speed",
  played: "as played",
  memory: "as LegS remembers it",
  legs: "LegS",
  legt: "LegT",
  legend: "bar: as played; line: normal speed",
  window: "window of LegT",
  scrub: "The signal: move the playhead by dragging or with the arrow keys",
  picture:
    "The signal at normal speed and as it is played, and the numbers that LegS and LegT hold of both",
} as const;

export type Phrase = keyof typeof phrases;
