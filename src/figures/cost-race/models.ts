/** The three that race: where they lie in public/models, and what their cards say again. */
export const models = {
  mamba: { id: "english", name: "Mamba", parameters: 824_704, loss: 1.3894 },
  transformer: { id: "transformer", name: "Transformer", parameters: 786_864, loss: 1.419 },
  lstm: { id: "lstm", name: "LSTM", parameters: 817_472, loss: 1.4707 },
} as const;
export type Racer = keyof typeof models;
export const racers = ["mamba", "transformer", "lstm"] as const satisfies readonly Racer[];

/** Their sizes, as far as the count of what they carry needs them. */
export const sizes = {
  mamba: { layers: 7, E: 256, N: 16, taps: 4 },
  lstm: { cells: 376 },
  transformer: { layers: 6, d: 104 },
} as const;

/** The characters of all three, in the order of their ids. */
export const CHARACTERS = "\n !$&',-.3:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Characters that each writes, and how far back the Transformer was trained to see. */
export const WRITTEN = 400;
export const TRAINED = 256;

/** From here on a cache that holds everything is filled with copies, not by reading: that would take minutes to hours. */
export const FILLED = 10_000;
/** So much is read before what is copied. */
export const READ_FIRST = 1000;
