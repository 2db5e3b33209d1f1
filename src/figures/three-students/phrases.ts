export const phrases = {
  listening:
    "Tokens of the lecture read so far: {token}. The Transformer keeps {keptTransformer} numbers by now, Mamba {keptMamba}, the LSTM {keptLstm}: only the first of these grows.",
  asking: "A question mark: the next token says which name is asked for.",
  answered:
    "Question {asked}, said {since} tokens ago. Right so far: LSTM {rightLstm}, Transformer {rightTransformer}, Mamba {rightMamba} of {asked}. The Transformer gives that number {looksFact} % of its attention; of what Mamba hears, {heardFact} % is that number and the three tokens whose windows hold it.",
  lost: "Question {asked}, said {since} tokens ago: further back than the 192 tokens that the Transformer keeps. Right so far: LSTM {rightLstm}, Transformer {rightTransformer}, Mamba {rightMamba} of {asked}.",
  over: "The exam is over: LSTM {rightLstm}, Transformer {rightTransformer}, Mamba {rightMamba} right of {asked}. They kept {keptLstm}, {keptTransformer} and {keptMamba} numbers for it.",
  recorded:
    "A recorded exam on this lecture: LSTM {rightLstm}, Transformer {rightTransformer}, Mamba {rightMamba} right of {asked}. The students themselves are on their way.",
  waiting: "The lecture is there; the students are on their way.",
  noFacts: "No name is said with a number behind it: there is nothing to ask.",
  recall:
    "Measured on lectures that nobody trained on: LSTM {heldLstm} % right, Transformer {heldTransformer} %, Mamba {heldMamba} %. Of 24 names {crowdLstm}, {crowdTransformer}, {crowdMamba} %; said more than 320 tokens ago {farLstm}, {farTransformer}, {farMamba} %.",
  lstm: "LSTM",
  transformer: "Transformer",
  mamba: "Mamba",
  numbersKept: "numbers",
  fixed: "fixed size",
  grows: "grows with each token",
  full: "full: the oldest goes",
  title: "Lecture and exam",
  names:
    "Ann Bob Cy Dan Eve Fay Gus Hal Ida Joe Kim Leo Max Ned Oda Pam Quin Rex Sue Tom Una Val Wes Xia",
  fillers: "so well now then and here we see that this one may note again still",
  wrote: "written at each token",
  looked: "looked at now",
  heard: "still heard now",
  factSaid: "a number is said",
  askedSaid: "the one asked for",
  examHere: "exam",
  keptHere: "in the cache",
  playhead: "playhead",
  page: "its memory now",
  asks: "asked",
  wanted: "right is",
  sureBar: "how sure of its answer",
  none: "not yet",
  byNames: "right, by names",
  bySince: "by tokens since it was said",
  bySize: "by numbers kept",
  byName: "of each name, right by the LSTM",
  trainedTo: "trained up to here",
  yours: "this lecture",
  scrub: "The students' memories over the tokens: move the playhead",
  whole:
    "A lecture of names and numbers, what an LSTM, a Transformer and a Mamba keep and hear of it token by token, and their answers in the exam",
  atToken: "token {token} of {all}",
  nothingSaid: "There is nothing to read: write names and numbers, such as Ann 7.",
  numberTooLarge: "The students know the numbers from 0 to 23; what is larger is read as filler.",
  tooLong: "A lecture has 320 words at most: the rest was left out.",
  missing:
    "The students could not be fetched: the connection is broken, or the site lacks the files. Your lecture is still here.",
  damaged:
    "A student's file came damaged and was not used: another try may bring it whole. Your lecture is still here.",
} as const;

export type Phrase = keyof typeof phrases;
