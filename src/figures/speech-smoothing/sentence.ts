import text from "./sentence.json" with { type: "json" };

/** Quantiser levels from 0 to 1, and the letter that stands for no change. */
export const LEVELS = 128;
export const FIRST = 35;

/**
 * "The state remembers what the noise hides.", said by the free synthesiser espeak-ng: 8000 samples a second of eight bits,
 * in −1 … 1, from the differences that tools/speech-clip.ts wrote down.
 */
export const sentence: Float64Array = unpacked(text);

function unpacked(text: string): Float64Array {
  let level = 0;
  return Float64Array.from(text, (letter) => {
    const z = letter.charCodeAt(0) - FIRST;
    level += z % 2 === 1 ? -(z + 1) / 2 : z / 2;
    return level / LEVELS;
  });
}
