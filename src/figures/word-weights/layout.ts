import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  /** Where the words and their columns stand; left of it the names of the rows. */
  readonly words: Box;
  /** Size of the words' type, and the most from line to line. */
  readonly size: number;
  readonly line: number;
  /** Letters of a word that are shown. */
  readonly letters: number;
  readonly key: number;
  /** Baselines of what is said of the word looked at, and of the task. */
  readonly notes: readonly number[];
}

export const wide: Layout = {
  narrow: false,
  width: 680,
  height: 404,
  words: box({ left: 64, right: 674, top: 46, bottom: 338 }),
  size: 14,
  line: 260,
  letters: 14,
  key: 14,
  notes: [358, 378, 394],
};

export const compact: Layout = {
  narrow: true,
  width: 360,
  height: 478,
  words: box({ left: 54, right: 358, top: 48, bottom: 392 }),
  size: 14,
  line: 172,
  letters: 9,
  key: 14,
  notes: [408, 425, 442, 458, 474],
};
