import { widthOf } from "../../draw/text.ts";
import type { Layout } from "./layout.ts";
import type { Word } from "./split.ts";

const ROOM = 12;
const LEAST = 30;
/** Of a line: what its word takes, and the gaps. */
const WORD = 34;

/** Where a word stands: its baseline, the feet of its two counted columns, and the middle and half the height of the learned one. */
export interface Cell {
  readonly k: number;
  readonly left: number;
  readonly width: number;
  readonly base: number;
  readonly feet: readonly [tf: number, rare: number];
  readonly row: number;
  readonly middle: number;
  readonly half: number;
}

/** The word as it is shown: a long one is cut. */
export const shortened = ({ shown }: Word, { letters }: Layout): string => {
  const signs = [...shown];
  return signs.length > letters ? `${signs.slice(0, letters - 1).join("")}…` : shown;
};

/** Words one after the other, in lines as high as there is room for. */
export function flow(words: readonly Word[], layout: Layout): Cell[] {
  const { words: at, size } = layout;
  const placed: { k: number; left: number; width: number; row: number }[] = [];
  let [left, row] = [at.left, 0];
  for (const [k, word] of words.entries()) {
    const width = Math.max(LEAST, widthOf(shortened(word, layout), size) + ROOM);
    if (left > at.left && left + width > at.right) [left, row] = [at.left, row + 1];
    placed.push({ k, left, width, row });
    left += width;
  }
  const line = Math.min(layout.line, at.height / (row + 1));
  // the counted rows have two parts each, the learned one, with two sides, three
  const part = (line - WORD) / 7;
  return placed.map(({ k, left, width, row }) => {
    const base = at.top + row * line;
    const feet = [base + 8 + 2 * part, base + 12 + 4 * part] as const;
    return {
      k,
      left,
      width,
      base,
      feet,
      row: 2 * part,
      middle: feet[1] + 4 + 1.5 * part,
      half: 1.5 * part,
    };
  });
}
