export const phrases = {
  beyond: "off the scale",
  fades:
    "At step {t} the state holds {h}. Half of what comes in is forgotten after {halfLife} steps.",
  keeps: "At step {t} the state holds {h}. With A = {a} nothing is ever forgotten.",
  grows: "At step {t} the state holds {h}. With A = {a} what was stored grows at every step.",
  forgets: "At step {t} the state holds {h}. With A = 0 each step forgets all before it.",
  u: "input",
  h: "hidden state",
  y: "output",
  delay: "one step later",
  draw: "Draw the input here, or use the arrow keys at the playhead",
  flow: "Signal flow: the input goes through B and is added to A times the state; the state goes through C to the output",
} as const;

export type Phrase = keyof typeof phrases;
