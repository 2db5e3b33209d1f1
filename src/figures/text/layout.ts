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
  height: 474,
  type: 12,
  overview: box({ left: 34, right: 672, top: 22, bottom: 84 }),
  middle: box({ left: 34, right: 672, top: 124, bottom: 192 }),
  passage: box({ left: 8, right: 672, top: 238, bottom: 414 }),
  pitch: 44,
  cell: 11.8,
  plot: box({ left: 34, right: 664, top: 30, bottom: 380 }),
  upper: box({ left: 58, right: 664, top: 26, bottom: 124 }),
  lower: box({ left: 58, right: 664, top: 168, bottom: 296 }),
  key: 434,
  notes: [468],
  claims: [344, 361, 378, 395, 412],
};

export const compact: Layout = {
  narrow: true,
  width: 360,
  height: 436,
  type: 13.5,
  overview: box({ left: 30, right: 354, top: 22, bottom: 70 }),
  middle: box({ left: 30, right: 354, top: 110, bottom: 158 }),
  passage: box({ left: 4, right: 356, top: 206, bottom: 340 }),
  pitch: 44,
  cell: 11.4,
  plot: box({ left: 30, right: 348, top: 30, bottom: 306 }),
  upper: box({ left: 64, right: 348, top: 28, bottom: 80 }),
  lower: box({ left: 64, right: 348, top: 122, bottom: 200 }),
  key: 360,
  notes: [430],
  claims: [236, 252, 268, 284, 300, 316, 332, 348],
};
