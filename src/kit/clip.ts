/** A stretch of sound: one that the figure brings, by its name, or the reader's own, which is kept in memory only. */
export type Clip<K extends string = string> =
  | { readonly kind: K; readonly samples?: undefined }
  | OwnClip;

export interface OwnClip {
  readonly kind: "own";
  readonly samples: Float64Array;
}

/** Samples a second of a clip: the telephone's, enough for speech. */
export const CLIP_RATE = 8000;
/** The shortest clip that is taken, in seconds, and the longest, where a figure does not say otherwise. */
export const SHORTEST = 0.2;
export const LONGEST_MINUTES = 5;
