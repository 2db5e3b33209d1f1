export const phrases = {
  looked: "the stretch looked at, and what it is joined from",
  begins:
    "Each step by itself. Only the first knows what came before it; the others say where the state would be, had it been 0 one step earlier.",
  forgets:
    "With A = 0 nothing is kept from one step to the next: each step has the filter's own bell, joined or not.",
  first: "After the first round the stretches are up to two steps long, and two steps are done.",
  second:
    "After the second round the stretches are up to four steps long, and four steps are done. None of the joins had to wait for another of its round.",
  ends: "After three rounds all eight steps are done, each with the filter's own bell. One by one it takes seven joins in a row.",
  picture:
    "The states of eight steps with their bells so far; below, the stretches that are joined, round by round",
  states: "the state after each step",
  rounds: "rounds of joins",
  done: "done",
  open: "had the state before been 0",
  filter: "filter, one by one (±√P)",
  reading: "measurement",
  beyond: "off the scale",
  network: "The stretch looked at: by step and by round",
  clock: "round {round}",
} as const;

export type Phrase = keyof typeof phrases;
