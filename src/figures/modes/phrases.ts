export const phrases = {
  grows:
    "At step {t} the two parts measure {p1} and {p2}; their sum, the state, measures {size}. Neither part ever grows, yet the state reaches {peak} times its start, at step {at}.",
  shrinks:
    "At step {t} the two parts measure {p1} and {p2}; their sum, the state, measures {size}. It never becomes larger than its start.",
  rest: "The state starts at rest, and stays there.",
  state: "state",
  first: "first part",
  second: "second part",
  ring: "all starts of size 1, now",
  sizes: "size, by step",
  beyond: "off the scale",
  drag: "Where the state starts: drag it, or use the arrow keys",
  scrub: "size of the state",
  picture:
    "The plane of the two states with both eigenvectors, the state as the sum of a part along each, and all starts of size 1; below, how large the state and its parts are, by step",
} as const;

export type Phrase = keyof typeof phrases;
