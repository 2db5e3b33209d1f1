import { type Box, box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The curve; below it the bell that goes in, to its right what comes out. */
  readonly plane: Box;
  readonly bell: Box;
  readonly out: Box;
  /** Three lines of numbers: mark, mean and deviation. */
  readonly table: { readonly x: number; readonly y: number; readonly line: number };
  readonly key: {
    readonly left: number;
    readonly y: number;
    readonly line: number;
    readonly size: number;
  };
}

export const wide: Layout = {
  width: 680,
  height: 398,
  plane: box({ left: 40, top: 12, right: 430, height: 244 }),
  bell: box({ left: 40, top: 268, right: 430, height: 76 }),
  out: box({ left: 446, top: 12, right: 668, height: 244 }),
  table: { x: 450, y: 304, line: 20 },
  key: { left: 40, y: 390, line: 18, size: 12 },
};

export const compact: Layout = {
  width: 360,
  height: 418,
  plane: box({ left: 32, top: 10, right: 232, height: 190 }),
  bell: box({ left: 32, top: 208, right: 232, height: 58 }),
  out: box({ left: 240, top: 10, right: 354, height: 190 }),
  table: { x: 6, y: 304, line: 20 },
  key: { left: 6, y: 370, line: 20, size: 13.5 },
};
