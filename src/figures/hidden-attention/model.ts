/** The two models, in public/models, and the sizes that their cards say again: of nearly equal size, trained on the same text. */
export const MAMBA = { id: "english", layers: 7, channels: 256, states: 16 } as const;
export const TRANSFORMER = { id: "transformer", layers: 6, heads: 4 } as const;
export const CHARACTERS = "\n !$&',-.3:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Characters that are read at most, and of a text at most, those that are skipped included. */
export const MOST = 24;
export const LONGEST = 48;

/** The text that the maps are recorded for. */
export const TEXT = "To be, or not to be";

/** A character as the picture shows it. */
export const glyph = (character: string): string =>
  character === "\n" ? "↵" : character === " " ? "␣" : character;
