import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  /** Baseline of the titles over text and list. */
  readonly title: number;
  readonly text: Box;
  /** From line to line of the text, at least and at most. */
  readonly pitch: readonly [least: number, most: number];
  /** The list beside or below it, and what stands under the list. */
  readonly list: Box;
  readonly under: Box;
  /** From line to line of a list. */
  readonly step: number;
  readonly key: number;
  readonly notes: readonly number[];
}

export const wide: Layout = {
  narrow: false,
  width: 680,
  height: 510,
  title: 14,
  text: box({ left: 4, right: 488, top: 26, bottom: 444 }),
  pitch: [44, 66],
  list: box({ left: 516, right: 676, top: 22, bottom: 254 }),
  under: box({ left: 516, right: 676, top: 284, bottom: 444 }),
  step: 23,
  key: 466,
  notes: [488, 504],
};

/** For a telephone: with caption and time bar it leaves a third of the window to the text. */
export const compact: Layout = {
  narrow: true,
  width: 360,
  height: 436,
  title: 14,
  text: box({ left: 2, right: 358, top: 24, bottom: 234 }),
  pitch: [42, 66],
  list: box({ left: 10, right: 180, top: 266, bottom: 376 }),
  under: box({ left: 208, right: 356, top: 266, bottom: 376 }),
  step: 22,
  key: 393,
  notes: [430],
};
