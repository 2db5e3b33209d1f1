/** The words of the picture and of its caption. */
export const phrases = {
  reading:
    "Row by row the picture becomes a sequence of {length} steps. What lies side by side stays so; what lies one below the other is {below} steps apart.",
  joined:
    "{length} steps. The dots are joined, and stand {apart} steps apart in the sequence, with {lit} lit pixels in all. The answer is yes.",
  parted:
    "{length} steps. The dots lie on two paths, {apart} steps apart in the sequence, with {lit} lit pixels in all. The answer is no.",
  listening: "Token {now} of {length}: {open} brackets are open, and each has to be remembered.",
  listed:
    "{length} tokens. The first bracket closes with the last token, {apart} steps later, and the answer is {answer}. In the arena such lists have up to 2,000 tokens.",
  atRow: "{share} % read",
  atToken: "token {t}",
  sequence: "the same as a sequence, row after row",
  dot: "a dot",
  pixel: "a lit pixel",
  picture: "One example of the task, and below it the sequence that a model reads",
} as const;

export type Phrase = keyof typeof phrases;
