export const phrases = {
  surprise:
    "Character {place} of {count}: {nats} nats. The model had given it {share} %. All that is read: {mean} nats a character.",
  unpredicted:
    "Character {place} of {count}: nothing has predicted it. All that is read: {mean} nats a character.",
  again:
    "The same speech ten times. The first time a character surprises by {once} nats, the second time by {twice}, the tenth time by {tenth}.",
  position:
    "Paragraphs read from nothing: {fresh} nats a character in the first nine, {settled} behind the hundredth. The same with all the text before: {knowsFirst} and {knows}.",
  carries:
    "With all before a paragraph forgotten, its first nine characters surprise by {start} nats more each, those behind the hundredth by {later}. Mean of {times} paragraphs.",
  reach:
    "Half of the states lose half within {median} characters; {long} % keep half beyond 1,000. A forgotten past moves 1 % of the probability for {forgets} characters, one changed letter for {letter}.",
  unread:
    "{count} characters that the model knows, {skipped} that it does not. “Read it here” reads them all.",
  emptied: "The field is empty: there is nothing to read. Paste a text or open a file.",
  strange:
    "The model knows 65 characters: English letters, a few signs, the space and the new line. Of this text it knows none.",
  missing:
    "Text or model could not be fetched: the connection is broken, or the site lacks the file. What was read is still here.",
  damaged: "A file came damaged and was not used: another try may bring it whole.",
  whole:
    "A text of a hundred thousand characters, and how much each of them surprised a trained Mamba",
  atCharacter: "{place} of {count}",
  overall: "the whole text: nats a character",
  stretch: "characters",
  passage: "here: nats of each character",
  fullBar: "full bar: #most",
  natsACharacter: "nats a character",
  charactersRead: "characters read before",
  charactersBehind: "characters behind the change",
  moreNats: "nats a character more than with its memory",
  clearedHere: "the paragraph at character",
  halfTitle: "states, by the characters after which half is left",
  movedTitle: "probability that a change moves",
  mean: "mean of the text",
  playhead: "playhead",
  shownBelow: "shown below",
  thisText: "this text, by place",
  withMemory: "paragraphs, with all before",
  fromNothing: "the same, from nothing",
  cleared: "all before forgotten",
  letter: "last letter before changed",
  band: "± 2 standard errors",
  off: "off the scale",
  trained: "length of a training piece, 512",
  states: "states",
  more: "surprises more",
  less: "less",
  claim: "“Mamba is suited to long reports and novels.” What is seen here:",
  claimMemory: "as many numbers of memory after #1 characters as after one: #2",
  claimSteady: "it does not wear out: behind a hundred characters it needs #1 nats, a fresh one #2",
  claimNot:
    "not that it remembers what was said: what lies some hundred characters back hardly moves what it expects",
  record: "recorded run",
  here: "computed here",
  notYet: "not read yet",
  readSoFar: "read #1 of #2",
  skippedNote: "not in its vocabulary, skipped:",
  foldedNote: "read as a similar character:",
  unkept: "this browser keeps no model for the next visit",
  readBy: "the full English model of chapter 11",
  scrubWhole: "The whole text: move the playhead",
  scrubNear: "The stretch: move the playhead",
  scrubText: "The passage: move the playhead to a character",
  // the control
  openFile: "Open a text file",
  dropHere: "or drop one here",
  ownHint: "Up to 200,000 characters. They are read in this browser and go nowhere.",
  tooLong: "More than 200,000 characters: what comes after them was left out.",
  tooBig: "This file is larger than 20 MB: no text of 200,000 characters is.",
  binary:
    "This file holds no text (a picture, a Word document or the like). Save it as plain text. Your text is still here.",
  unreadable: "The browser could not read this file. Your text is still here.",
  blank: "This file is empty. Your text is still here.",
} as const;

export type Phrase = keyof typeof phrases;
