const beyond = "Beyond 45° a symbol is taken for its neighbour.";
const coming = "The S6 is on its way.";
const turned =
  "Symbol {since} after the last pilot. Kalman's estimate is turned by {turnKalman}° against the channel";
const classical =
  "Of {asked} symbols, wrong: Kalman on the pilots {wrongKalman}, on its decisions {wrongDirected}; channel known {wrongKnown}, no estimate {wrongNone}.";

export const phrases = {
  pilot:
    "Symbol {now} is a pilot: what was sent is known, and y over it is a look at the channel. Before it, Kalman's estimate was turned by {turnKalman}°.",
  pilotAlone:
    "Symbol {now} is a pilot: what was sent is known, and y over it is a look at the channel.",
  turning: `Symbol {since} after the last pilot: the channel has turned by {turned}°. ${beyond}`,
  between: `${turned}, the S6's belief by {turnS6}°. ${beyond}`,
  betweenPilots: `${turned}. ${beyond}`,
  betweenWaiting: `${turned}. ${coming}`,
  over: "Of {asked} symbols, wrong: S6 {wrongS6}, Kalman on the pilots {wrongKalman}, on its decisions {wrongDirected}; channel known {wrongKnown}, no estimate {wrongNone}. S6 and Kalman see the channel {apart}° apart.",
  overKnown: "Of {asked} symbols, wrong: channel known {wrongKnown}, no estimate {wrongNone}.",
  overPilots:
    "Of {asked} symbols, wrong: Kalman on the pilots {wrongKalman}; channel known {wrongKnown}, no estimate {wrongNone}.",
  overDirected: classical,
  overWaiting: `${classical} ${coming}`,
  curve:
    "Wrong at {ratio} dB, of {counted} symbols: S6 of three layers {shareThree} %, of two {shareTwo} %; Kalman on the pilots {shareKalman} %, on its decisions {shareDirected} %; channel known {shareKnown} %.",
  curveWaiting: "The receivers are on their way: then errors are counted at six levels of noise.",
  known: "channel known",
  s6: "S6",
  two: "S6, two layers",
  three: "S6, three layers",
  pilots: "Kalman, pilots",
  directed: "Kalman, decisions",
  none: "no estimate",
  theory: "channel known, in theory",
  plane: "received",
  phase: "angle of the channel, in degrees",
  truth: "channel",
  safe: "within 45°",
  pilotMark: "pilot",
  recent: "received, the last 24",
  arrives: "where symbols arrive now",
  expected: "where Kalman expects them",
  errors: "symbols told wrongly",
  waiting: "on its way",
  byRatio: "symbols told wrongly, by signal-to-noise ratio in dB",
  yours: "the slider's ratio",
  beyond: "beyond the scale",
  scrub: "The transmission symbol by symbol: move the playhead",
  whole:
    "What is received in the complex plane, the angle of the channel with its estimates, and which symbols each receiver tells wrongly; or how often, by noise",
  atSymbol: "symbol {now} of {all}",
  missing:
    "The trained receivers could not be fetched: the connection is broken, or the site lacks the files. The others go on.",
  damaged:
    "The file of a trained receiver came damaged and was not used: another try may bring it whole.",
} as const;

export type Phrase = keyof typeof phrases;
