import { type Box, box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly type: number;
  readonly matrix: Box;
  readonly strip: Box;
  readonly functions: Box;
  readonly product: Box;
  readonly left: number;
  /** Baselines of the lines below. */
  readonly lines: readonly number[];
  /** Functions in the first line of a mixture; the others stand in a line of their own. */
  readonly first: number;
}

export const wide: Layout = {
  width: 680,
  height: 384,
  type: 12,
  matrix: box({ left: 28, top: 32, width: 222, height: 222 }),
  strip: box({ left: 262, top: 32, width: 46, height: 222 }),
  functions: box({ left: 366, right: 668, top: 32, height: 104 }),
  product: box({ left: 366, right: 668, top: 178, height: 62 }),
  left: 14,
  lines: [300, 325, 325, 350, 375],
  first: 6,
};

export const compact: Layout = {
  width: 360,
  height: 500,
  type: 13.5,
  matrix: box({ left: 24, top: 28, width: 156, height: 132 }),
  strip: box({ left: 192, top: 28, width: 44, height: 132 }),
  functions: box({ left: 46, right: 352, top: 206, height: 76 }),
  product: box({ left: 46, right: 352, top: 324, height: 46 }),
  left: 4,
  lines: [410, 429, 450, 471, 492],
  first: 3,
};
