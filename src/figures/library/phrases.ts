/** What the figure says: one sentence for each moment of each way to share the work, and the words in the picture. */
export const phrases = {
  begins:
    "{n} books, {used} helpers, books for each: at most {chunk}. Every book is to hold the result of all books up to it.",
  beginsAlone: "{n} books and one helper, who has taken up the first: {alone} steps to go.",
  beginsWaiting:
    "{n} books, {used} helpers. Only the first can begin: what the others do depends on the h they start from.",
  beginsEach: "{n} books, {used} helpers. Each book has a result of its own; nobody needs anybody.",
  walks:
    "Step {now}: the helper joins book {reading} to what is in hand. {written} of {n} books are done.",
  sums: "First pass, step {now}: every helper but the last sums up one stretch. Nothing is written yet. Joins at once: {joins}.",
  relays:
    "The relay, step {now}: a helper receives what all before have summed up, joins the own summary to it and hands it on. One after the other.",
  writes:
    "Second pass, step {now}: each starts from what came before and goes through the stretch again, writing. {written} of {n} books are done.",
  waits:
    "Step {now}: one helper works, {waiting} wait. No stretch can be summed up before its first h is known.",
  maps: "Step {now}: {joins} books at once, each for itself. {written} of {n} are done.",
  goesAstray:
    "Step {now}: all write at once, and nobody knows what came before their stretch. {written} of {n} books are written.",
  ends: "Done in {ticks} steps instead of {alone}: {speedup} times as fast, with {work} joins instead of {aloneWork}.",
  endsNoGain:
    "Done in {ticks} steps, and one helper alone needs {alone}: nothing is gained, and {work} joins are done instead of {aloneWork}.",
  endsAlone: "Done: {ticks} joins, one after the other.",
  endsWaiting:
    "Done in {ticks} steps, as many as one helper needs: the {used} helpers took turns. Nothing here can be shared.",
  endsEach:
    "Done in {ticks} steps instead of {alone}: {speedup} times as fast. This is a map, not a scan: no carry was needed.",
  endsWrong:
    "Done in {ticks} steps, and {wrong} of {n} results are wrong: the last is {result} instead of {right}. Without the carry this is a map over the stretches, not a scan.",
  endsRight:
    "Done in {ticks} steps without a carry, and by luck every result is right. With other books it would not be.",
  step: "one book",
  join: "two stretches",
  noNeed: "nothing to join",
  noShort: "✗ no short summary",
  reduceWord: "sum up",
  carryWord: "carry",
  writeWord: "write",
  aloneWord: "alone",
  scrub: "Who does what in which time step: move the playhead",
  whole:
    "Books on a shelf, the helpers before their stretches with the numbers in their hands, and below, what each of them does in every time step",
  atTick: "step {t}",
} as const;

export type Phrase = keyof typeof phrases;
