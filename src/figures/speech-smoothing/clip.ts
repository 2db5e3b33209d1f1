/** A stretch of sound: one that the figure brings, or the reader's own, which is kept in memory only. */
export type Clip =
  | { readonly kind: "sentence" }
  | { readonly kind: "own"; readonly samples: Float64Array };

/** Samples a second of a clip: the telephone's, enough for speech. */
export const CLIP_RATE = 8000;
/** The shortest and the longest clip that is taken, in seconds. */
export const SHORTEST = 0.2;
export const LONGEST_MINUTES = 5;

/** One value for one clip: what needs it can tell by identity whether it changed. */
export const SENTENCE: Clip = { kind: "sentence" };
