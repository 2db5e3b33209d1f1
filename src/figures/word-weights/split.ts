export const tongues = ["en", "zh"] as const;
export type Tongue = (typeof tongues)[number];

/** A word as it stands in a text, and the same as it is counted. */
export interface Word {
  readonly shown: string;
  readonly key: string;
}

/** A text with Chinese signs in it is taken for Chinese. */
export const tongueOf = (text: string): Tongue => (/\p{Script=Han}/u.test(text) ? "zh" : "en");

/**
 * The words of a text: Chinese has no spaces, so that a dictionary must say where they end (Intl.Segmenter); a browser without one
 * takes sign by sign.
 */
export function wordsIn(text: string, tongue: Tongue = tongueOf(text)): Word[] {
  const words = tongue === "zh" && "Segmenter" in Intl ? segmented(text) : plain(text);
  return words.map((shown) => ({ shown, key: shown.toLowerCase() }));
}

function segmented(text: string): string[] {
  const parts = new Intl.Segmenter("zh", { granularity: "word" }).segment(text);
  return Array.from(parts).flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}

const plain = (text: string): string[] =>
  text.match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu) ?? [];
