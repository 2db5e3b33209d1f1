import { type Box, box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly type: number;
  readonly time: Box;
  readonly sizes: Box;
  readonly frequencies: Box;
  /** From a plot's top up to its title, and to the first line of its key. */
  readonly up: readonly [title: number, key: number];
}

export const wide: Layout = {
  width: 680,
  height: 416,
  type: 12,
  time: box({ left: 46, right: 380, top: 44, bottom: 172 }),
  sizes: box({ left: 460, right: 656, top: 44, bottom: 172 }),
  frequencies: box({ left: 62, right: 656, top: 254, bottom: 388 }),
  up: [28, 10],
};

export const compact: Layout = {
  width: 360,
  height: 432,
  type: 13.5,
  time: box({ left: 40, right: 182, top: 64, bottom: 156 }),
  sizes: box({ left: 256, right: 344, top: 64, bottom: 156 }),
  frequencies: box({ left: 56, right: 336, top: 250, bottom: 400 }),
  up: [48, 30],
};
