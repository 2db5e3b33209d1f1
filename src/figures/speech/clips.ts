import json from "./clips.json" with { type: "json" };

/** A recording that the course brings along, 8,000 samples a second. */
export interface Clip {
  /** What is said in it; NaN where that is no digit. */
  readonly digit: number;
  readonly samples: Float64Array;
}

/** Six digits of the Free Spoken Digit Dataset (CC BY-SA 4.0), from takes that the model never saw, and a word said by espeak-ng. */
export const clipOf = (name: string): Clip => {
  const { digit, sound } = json.find((c) => c.name === name)!;
  return { digit: digit ?? NaN, samples: unpacked(sound) };
};

/** µ-law bytes in base 64, as tools/record-speech.ts wrote them. */
export function unpacked(text: string): Float64Array {
  return Float64Array.from(atob(text), (letter) => {
    const x = letter.charCodeAt(0) / 127.5 - 1;
    return (Math.sign(x) * (256 ** Math.abs(x) - 1)) / 255 / 2;
  });
}

/** The letters that `unpacked` reads. */
export function packed(samples: Float64Array): string {
  const bytes = Array.from(samples, (x) =>
    Math.round((Math.sign(x) * (Math.log1p(255 * Math.abs(2 * x)) / Math.log(256)) + 1) * 127.5),
  );
  return btoa(String.fromCharCode(...bytes));
}
