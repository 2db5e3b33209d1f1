export const phrases = {
  opens:
    "Symbol {now}, behind a pilot: Kalman's gain was {gain}; the S6's gate opens to {gate}, a symbol later. Between pilots it lets each symbol have {between} of the state.",
  shut: "Symbol {now}: no pilot. Kalman's gain is 0; the S6's gate lets {between} through in the mean. At the last pilot it was {gate}, Kalman's gain {gain}.",
  over: "From pilot to pilot Kalman's filter forgets {filterForgets} %, the S6's state {stateForgets} %; their correlation is {together}. Nobody told the S6 of a filter.",
  waiting: "Kalman's gain opens at the pilots. The trained S6 is on its way.",
  ratio:
    "From pilot to pilot at {ratio} dB: Kalman's filter forgets {filterAt} %; of the S6, channel 26's states 2, 3 and 4 {im2At}, {im3At} and {im4At} %, channel 21's state 3 {re3At} %.",
  ratioWaiting:
    "At {ratio} dB Kalman's filter forgets {filterAt} % of its estimate from pilot to pilot. The trained S6 is on its way.",
  estimate: "estimate of the channel, one part",
  truth: "channel",
  kalman: "Kalman's estimate",
  state: "the S6's state, scaled",
  gainRow: "Kalman's gain",
  gateRow: "the S6's gate, 1 − exp(ΔA)",
  forgotten: "forgotten from pilot to pilot, by SNR in dB",
  filter: "Kalman's filter",
  im2: "S6, channel 26, state 2",
  im3: "state 3",
  im4: "state 4",
  re3: "channel 21, state 3",
  yours: "the slider's ratio",
  scrub: "Estimate, gain and gate over the symbols: move the playhead",
  whole:
    "An estimate of the channel by Kalman's filter and in a state of the S6, Kalman's gain and the S6's gate over the symbols; or how much each forgets from pilot to pilot, by noise",
  atSymbol: "symbol {now} of {all}",
  missing:
    "The trained S6 could not be fetched: the connection is broken, or the site lacks the files. Kalman's filter goes on.",
  damaged:
    "The file of the trained S6 came damaged and was not used: another try may bring it whole.",
} as const;

export type Phrase = keyof typeof phrases;
