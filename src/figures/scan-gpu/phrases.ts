import { remarks } from "./remarks.ts";

const processor =
  "At L = 2^{power} the plain loop takes {loop} µs, with {helpers} helpers {workers} µs.";

/** What the figure says: a sentence for each outcome, and the words in the picture. */
export const phrases = {
  off: "off the scale",
  before:
    "Every method scans the same pairs, in longer and longer rows, and each result is checked against Float64. Press “Run it here”.",
  recorded:
    "Dotted: recorded on another card, where at L = 2^{power} chunks take {recordedChunks} µs and the plain loop of its processor {recordedLoop} µs. Press “Run it here” for this machine.",
  begun: "The results come in; the plain loop on the processor first.",
  partial: "Some results are in, but none yet at L = 2^{power}. Each is checked against Float64.",
  card: "At L = 2^{power} chunks on this graphics card take {chunks} µs, the plain loop on the processor {loop} µs. One thread of the card, at L = 2^{onePower}, takes {speedup} times as long as chunks.",
  unsupported: `This browser has no WebGPU, so the processor scans alone. ${processor}`,
  "no-adapter": `WebGPU is here, but it found no graphics card that it may use: the processor scans alone. ${processor}`,
  fallback: `WebGPU runs in software here, with no graphics card behind it: the processor scans alone. ${processor}`,
  failed: `The graphics card refused the work: the processor goes on alone. ${processor}`,
  lost: `The connection to the graphics card was lost twice: what it measured stays, the processor goes on alone. ${processor}`,
  plan: "A row of L = 2^{power}, this way: {method}. {steps} joins must wait for each other, of {joins} in all.",
  one: "one thread",
  chunks: "chunks",
  hillis: "Hillis–Steele",
  blelloch: "Blelloch",
  loop: "plain loop",
  helpers: "with helpers",
  time: "time of one scan",
  timeAway: "time of one scan, there and back",
  depth: "joins that wait for each other",
  work: "joins in all",
  error: "error against Float64",
  length: "length of a row, L",
  onThisCard: "This graphics card",
  noCard: "No graphics card: the processor alone",
  unnamed: "the browser does not name it",
  cores: "cores",
  empty: "not run here yet",
  recordedOn: "Recorded",
  stopsLong: "One thread ends where it would hold the card for 50 ms.",
  stopsSlow: "A method ends where it would take half a second.",
  stopsEarly: "A method ends where this machine refused it.",
  stopsPairs: "Rows end at four million pairs, all series together.",
  look: "The length looked at: drag it, or use the arrow keys",
  whole:
    "Time of each method against the length of the row, both on logarithmic axes; below, the error of each result",
  ...remarks,
} as const;

export type Phrase = keyof typeof phrases;
