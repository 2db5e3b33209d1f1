/** What can go wrong while data is taken in, and the numbers that each one's sentence in content/<lang>/import.json names. */
interface Problems {
  /** No bytes, or nothing but white space. */
  empty: object;
  /** Megabytes of the file and of the largest that is read. */
  tooBig: { size: number; most: number };
  /** The browser could not hand over the bytes. */
  unreadable: object;
  /** Part of the site (the table reader) did not load. */
  offline: object;
  binary: object;
  noNumbers: object;
  tooShort: { rows: number; least: number };
  /** The row in which a quotation mark opens that nothing closes. */
  openQuote: { row: number };
  cancelled: object;
  audioUnknown: object;
  audioEmpty: object;
  /** How long it is and the least that is taken, in milliseconds. */
  audioShort: { ms: number; least: number };
  audioUnsupported: object;
  microphoneDenied: object;
  microphoneAbsent: object;
  microphoneInsecure: object;
  microphoneBusy: object;
  microphoneUnsupported: object;
  microphoneFailed: object;
  /** It was pulled out, or taken away, while it was listened to. */
  microphoneUnplugged: object;
  cameraDenied: object;
  cameraAbsent: object;
  cameraInsecure: object;
  cameraBusy: object;
  cameraUnsupported: object;
  cameraFailed: object;
  /** It went away while it filmed. */
  cameraLost: object;
}

/** What was done to the reader's data on its way in, and the numbers that say how much. */
interface Notes {
  decimalComma: object;
  /** Lines above the table. */
  preamble: { count: number };
  /** Columns of words, by name. */
  ignored: { count: number; names: string };
  moreColumns: { used: number; of: number };
  /** Rows with more cells than the table has columns. */
  ragged: { count: number };
  /** Rows set with spaces that have fewer cells than there are columns: none can be placed. */
  short: { count: number };
  /** Sums below the table. */
  totals: { count: number };
  /** A cell that either decimal mark could read, and what it was taken for. */
  read: { cell: string; value: number };
  /** What stands around the numbers and is left out; what multiplies them. */
  units: { unit: string };
  magnitudes: { names: string };
  /** A number far from all others that stands for a missing one. */
  sentinel: { value: number; count: number };
  /** A column that looks like dates which are not read; one with too many rows to sort. */
  unread: { name: string };
  manyDates: { name: string };
  /** Rows without a date among dated ones. */
  undated: { count: number };
  /** Rows that share their date with another, where so many do that they are no repeats. */
  tied: { count: number };
  /** Rows of the hour that came twice. */
  clockChange: { count: number };
  /** Rows were brought into the order of their dates; they stood exactly the other way round. */
  sorted: object;
  reversed: object;
  /** Rows beyond the first of each date. */
  ties: { count: number };
  /** Dates between two others that have no row. */
  skipped: { count: number };
  /** Dates at no even distance. */
  uneven: object;
  notFinite: { count: number };
  notNumbers: { count: number };
  gaps: { count: number };
  /** Gaps that the model will see. */
  kept: { count: number };
  /** Gaps before the first and after the last number. */
  ends: { count: number };
  means: { from: number; to: number };
  loudness: { from: number; to: number };
  wave: { from: number; to: number };
  loudnessTime: { seconds: number; to: number; ms: number };
  waveTime: { seconds: number; to: number; ms: number };
  large: object;
  standardised: object;
  constant: object;
  silent: object;
  /** The channels of a recording cancel each other: the loudest is taken alone. */
  cancelled: object;
  /** How many percent of the samples are at the limit. */
  overdriven: { percent: number };
  firstMinutes: { minutes: number; total: number };
}

/** A failure as a value: a key into import.json with what fills its sentence. Nothing here throws to the page. */
export type Problem = {
  readonly [K in keyof Problems]: { readonly problem: K } & Readonly<Problems[K]>;
}[keyof Problems];

/** A key into import.json (with "note." before it) and what fills its sentence. */
export type Note = {
  readonly [K in keyof Notes]: { readonly key: K } & Readonly<Notes[K]>;
}[keyof Notes];

/** Whether data came in, or the reason why not. */
export const isProblem = (x: object): x is Problem => "problem" in x;

/** Bytes as megabytes for a sentence, rounded up so that a limit is never shown as met. */
export const megabytes = (bytes: number) => Math.ceil(bytes / 1e6);
