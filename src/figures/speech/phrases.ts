export const phrases = {
  waiting: "The sound is there; the model that hears it is on its way.",
  start: "Nothing has been heard yet. A frame comes every 10 ms.",
  silence: "{seconds} s heard, and no digit yet: “none” has {none} %.",
  during:
    "{seconds} s heard; most probable of the digits is {now}, with {share} %, and no digit at all with {none} %. Δ of this channel is {delta}.",
  told: "{seconds} s heard; number of digits told: {count}; the last one: “{digit}”. Now no digit has {none} %: the state lets go of what it has told.",
  live: "Live from the microphone: {count} digits in the last seconds. Most probable now is {now}, with {share} %; no digit has {none} %.",
  empty: "There is less than one frame of sound: 32 ms are needed.",
  missing:
    "The model could not be fetched: the connection is broken, or the site lacks the file. Your sound is still here.",
  damaged:
    "The model's file came damaged and was not used: another try may bring it whole. Your sound is still here.",
  bandsTitle: "24 log-mel bands, and the digits told",
  deltaTitle: "Δ at each frame: layer #layer, channel #channel",
  classesTitle: "probability of each digit, and of none",
  nothing: "none",
  notYet: "not yet",
  record: "recorded run",
  here: "heard here",
  parameters: "parameters",
  trained:
    "recordings: Free Spoken Digit Dataset (CC BY-SA 4.0); trained on it and on synthetic voices",
  heldOut: "right of recordings never heard:",
  scrub: "Probabilities over time: move the playhead",
  whole:
    "Twenty-four bands of a sound over time, the step size Δ of one channel, and the probabilities of the ten digits and of none as they move",
  atFrame: "{seconds} s heard",
  private: "The sound stays in this page: nothing is sent or stored.",
  listen: "Listen live",
  stop: "Stop",
  file: "Open a sound file",
  loading: "Fetching the model …",
  hearing: "Listening: #s s",
  silent: "Only silence arrives. Is the microphone muted, or held by another tab?",
  clipping: "Too loud: the microphone is at its limit. Move away from it or turn it down.",
  level: "Loudness",
  kept: "The last #s s are kept: play them, or move through them.",
} as const;

export type Phrase = keyof typeof phrases;
