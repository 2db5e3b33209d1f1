import { type Box, box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly type: number;
  readonly plane: Box;
  /** Baseline of the first line of the key. */
  readonly key: number;
  readonly sizes: Box;
}

export const wide: Layout = {
  width: 680,
  height: 410,
  type: 12,
  plane: box({ left: 8, right: 672, top: 6, height: 206 }),
  key: 234,
  sizes: box({ left: 50, right: 664, top: 264, height: 120 }),
};

export const compact: Layout = {
  width: 360,
  height: 372,
  type: 13.5,
  plane: box({ left: 2, right: 358, top: 4, height: 158 }),
  key: 182,
  sizes: box({ left: 44, right: 350, top: 242, height: 106 }),
};
