/** The models to choose from: where they lie in public/models, and their sizes, which the cards say again. */
export const models = {
  tiny: { id: "english-tiny", layers: 4, channels: 192 },
  english: { id: "english", layers: 7, channels: 256 },
  chinese: { id: "chinese", layers: 6, channels: 384 },
} as const;
export type ModelName = keyof typeof models;

export const LAYERS = 7;
export const CHANNELS = 384;
export const STATES = 16;

/** Characters drawn of the reader's text, its last ones, and the most that are written behind it. */
export const DRAWN = 240;
export const WRITTEN = 160;

/** The English models' characters, in the order of their ids; the Chinese model's come with its card. */
const ENGLISH = "\n !$&',-.3:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
export const charactersOf = (model: ModelName): string | undefined =>
  model === "chinese" ? undefined : ENGLISH;
