export const phrases = {
  pilot:
    "Symbol {now} is a pilot: the receiver knows what was sent, and y over it is a look at the channel. Before it, Kalman's estimate was turned by {turnKalman}°.",
  between:
    "{since} symbols after the last pilot. Kalman's estimate is turned by {turnKalman}° against the channel, the S6's belief by {turnS6}°; beyond 45° a symbol is taken for its neighbour.",
  betweenWaiting:
    "{since} symbols after the last pilot. Kalman's estimate is turned by {turnKalman}° against the channel; beyond 45° a symbol is taken for its neighbour. The S6 is on its way.",
  over: "Of {asked} symbols told wrongly: with the channel known {wrongKnown}, S6 {wrongS6}, Kalman on the pilots {wrongKalman}, directed by its decisions {wrongDirected}, with no estimate {wrongNone}. The S6's belief and Kalman's estimate are {apart}° apart.",
  overWaiting:
    "Of {asked} symbols told wrongly: with the channel known {wrongKnown}, Kalman on the pilots {wrongKalman}, directed by its decisions {wrongDirected}, with no estimate {wrongNone}. The S6 is on its way.",
  curve:
    "At {ratio} dB, of {counted} symbols told wrongly: S6 of two layers {shareTwo} %, Kalman on the pilots {shareKalman} %; S6 of three layers {shareThree} %, Kalman directed by its decisions {shareDirected} %; with the channel known {shareKnown} %.",
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
