export const phrases = {
  recorded:
    "Three weights for each word. The first two are the same whatever is asked; the third was learned for one task, from answers alone: {task}",
  here: "Your text. Term frequency and TF-IDF do not know what is asked; the third row was learned here, for the task: {task}",
  waiting: "Your text is counted. For the other two rows the course's own texts are on their way.",
  tongue: "en",
  tf: "TF",
  rare: "TF-IDF",
  learnt: "learned",
  for: "for yes",
  against: "against",
  unmet: "never met",
  chosen: "the word looked at",
  detail: "{times} of {words} words; in {met} of {chapters} chapters; learned weight {weight}",
  detailUnmet:
    "{times} of {words} words; in {met} of {chapters} chapters; too rare to have a weight",
  detailOnly: "{times} of {words} words",
  verdict: "All its weights together: yes with {yes} %.",
  judged:
    "Learned from {trained} sentences of this course; of those held back right: {rightYes} of {heldYes} yes, {rightNo} of {heldNo} no.",
  record: "Recorded run.",
  point: "The words: look at one by pointing or with the arrow keys",
  whole: "The words of a text, and under each its term frequency, its TF-IDF and a learned weight",
  wordless: "There is no word in this. Nothing was changed.",
  long: "24 words are weighed; what comes after them was left out.",
  missing:
    "The course's texts could not be fetched: the connection is broken, or the site lacks the file. Your text is still here.",
  damaged: "The course's texts came damaged and were not used. Your text is still here.",
} as const;

export type Phrase = keyof typeof phrases;
