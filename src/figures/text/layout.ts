import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  /** Size of the type. */
  readonly type: number;
  /** The whole text, a stretch of it, and the passage under the playhead. */
  readonly overview: Box;
  readonly middle: Box;
  readonly passage: Box;
  /** From line to line of the passage, and the width of a character's cell. */
  readonly pitch: number;
  readonly cell: number;
  /** One plot, two under one another, and a plot above the passage. */
  readonly plot: Box;
  readonly upper: Box;
  readonly lower: Box;
  readonly key: number;
  readonly notes: readonly number[];
  /** Baselines of what is shown of the claim and what is not. */
  readonly claims: readonly number[];
}

export const wide: Layout = {
  narrow: false,
  width: 680,
  height: 500,
  type: 12,
  overview: box({ left: 34, right: 672, top: 22, bottom: 92 }),
  middle: box({ left: 34, right: 672, top: 134, bottom: 210 }),
  passage: box({ left: 8, right: 672, top: 258, bottom: 438 }),
  pitch: 44,
  cell: 11.8,
  plot: box({ left: 34, right: 664, top: 30, bottom: 400 }),
  upper: box({ left: 58, right: 664, top: 26, bottom: 132 }),
  lower: box({ left: 58, right: 664, top: 178, bottom: 318 }),
  key: 458,
  notes: [494],
  claims: [374, 391, 408, 425, 442],
};

export const compact: Layout = {
  narrow: true,
  width: 360,
  height: 504,
  type: 13.5,
  overview: box({ left: 30, right: 354, top: 22, bottom: 82 }),
  middle: box({ left: 30, right: 354, top: 122, bottom: 182 }),
  passage: box({ left: 4, right: 356, top: 228, bottom: 408 }),
  pitch: 44,
  cell: 11.4,
  plot: box({ left: 30, right: 348, top: 30, bottom: 330 }),
  upper: box({ left: 64, right: 348, top: 28, bottom: 92 }),
  lower: box({ left: 64, right: 348, top: 134, bottom: 234 }),
  key: 424,
  notes: [498],
  claims: [290, 306, 322, 338, 354, 370, 386, 402],
};
