import type { Own } from "./own.ts";

/** The models to choose from: where they lie in public/models, and their sizes, which the cards say again. */
export const models = {
  tiny: { id: "english-tiny", layers: 4, channels: 192 },
  english: { id: "english", layers: 7, channels: 256 },
  chinese: { id: "chinese", layers: 6, channels: 384 },
} as const;
export type ModelName = keyof typeof models;

/** One that ships with the course, or a reader's own. */
export type Model = ModelName | Own;
export const isOwn = (model: Model): model is Own => typeof model !== "string";

/** The most layers, channels and states of a channel that a reader's own may have; ours have as many states. */
export const LAYERS = 64;
export const CHANNELS = 4096;
export const STATES = 16;

/** Characters drawn of the reader's text, its last ones, and the most that are written behind it. */
export const DRAWN = 240;
export const WRITTEN = 160;

/** How large a model is, and how much it is asked to do: a reader's own takes longer for a token than ours for a hundred. */
export interface Sizes {
  readonly layers: number;
  readonly channels: number;
  readonly states: number;
  readonly drawn: number;
  readonly written: number;
  /** The most that is read of a text, its end. */
  readonly taken: number;
}
/** Of a reader's own. */
export const OWN = { drawn: 48, written: 24, taken: 240 } as const;
export const sizesOf = (model: Model): Sizes => {
  if (!isOwn(model))
    return {
      ...models[model],
      states: STATES,
      drawn: DRAWN,
      written: WRITTEN,
      taken: Infinity,
    };
  const { layers, channels, states } = model;
  return { layers, channels, states, ...OWN };
};

/** The English models' characters, in the order of their ids; the Chinese model's come with its card. */
const ENGLISH = "\n !$&',-.3:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
export const charactersOf = (model: Model): string | undefined =>
  model === "chinese" || isOwn(model) ? undefined : ENGLISH;
