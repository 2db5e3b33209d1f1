import { SECONDS } from "./clips.ts";

/** The figure's sentences, and the words in its picture. */
export const phrases = {
  same: "Each sample is taken for the one before it. What is left is sent: {bits} bits a sample instead of 16, {saved} % saved.",
  sent: "Each sample is foretold from {p} before it, by coefficients that are sent for every {frame} ms: {bits} bits a sample, {sideSent} of them for coefficients. {saved} % saved.",
  past: "The coefficients come from what has been heard and are not sent: {bits} bits a sample; sent for every {frame} ms, {bitsSent}. {saved} % saved.",
  s6: "S6 says which coefficients hold: {bits} bits a sample, LPC from the past {bitsPast}. {saved} % saved, with {weights} weights that both sides must have.",
  s6Waiting: "S6 is on its way; what it leaves of this sound will be shown.",
  noise:
    "White noise: no sample says anything of the next. Whatever foretells it, all of it is left: {bits} bits a sample; taken for the one before, {bitsSame}.",
  noiseSent:
    "White noise: no sample says anything of the next. Coefficients cost more than they spare: {bits} bits a sample, {sideSent} of them for coefficients; taken for the one before, {bitsSame}.",
  dear: "{bits} bits a sample, with all that is sent: more than the 16 that the sound itself takes. To foretell it in this way does not pay.",
  silent:
    "This sound is silent: nothing is left of it, and this code sends at least one bit for each 0.",
  missing:
    "The model could not be fetched: the connection is broken, or the site lacks the file. Your sound is still here.",
  damaged:
    "The model's file came damaged and was not used: another try may bring it whole. Your sound is still here.",
  soundTitle: "the sound",
  leftTitle: "what is left of it, on the same scale",
  deltaTitle: "Δ of S6: layer #layer, channel #channel",
  noDelta: "only S6 has one",
  nearTitle: "about the playhead",
  barsTitle: "bits a sample",
  raw: "as it is",
  same_: "as the one before",
  sent_: "LPC, coefficients sent",
  past_: "LPC from the past",
  s6_: "S6",
  waiting: "…",
  sample: "sample",
  ahead: "foretold",
  rest: "what is left",
  besides: "coefficients or weights, if sent",
  scrub: "The moment looked at: drag along the sound, or use the arrow keys",
  whole:
    "A sound and, on the same scale, what is left of it once each sample has been foretold; Δ of S6 over time; some samples with what was foretold; and the bits that each way needs",
  soundFile: "Sound file",
  soundHint: `The first ${SECONDS} seconds are used, at 8 kHz. Nothing leaves this device, and a link cannot carry it.`,
  beyond: "off the scale",
  atSecond: "{seconds} s",
} as const;

export type Phrase = keyof typeof phrases;
