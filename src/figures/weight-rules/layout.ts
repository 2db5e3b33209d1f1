import { type Box, box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly plane: Box;
  readonly off: Box;
  /** The three steps in numbers: a line each, a title above them. */
  readonly moves: {
    readonly x: number;
    readonly y: number;
    readonly line: number;
    readonly numbers: number;
  };
  readonly key: {
    readonly left: number;
    readonly y: number;
    readonly line: number;
    readonly size: number;
  };
}

export const wide: Layout = {
  width: 680,
  height: 420,
  plane: box({ left: 34, top: 24, right: 364, height: 330 }),
  off: box({ left: 440, top: 30, right: 668, height: 154 }),
  moves: { x: 396, y: 236, line: 22, numbers: 86 },
  key: { left: 34, y: 390, line: 19, size: 12 },
};

export const compact: Layout = {
  width: 360,
  height: 380,
  plane: box({ left: 29, top: 20, right: 219, height: 190 }),
  off: box({ left: 256, top: 26, right: 352, height: 164 }),
  moves: { x: 4, y: 246, line: 20, numbers: 100 },
  key: { left: 4, y: 332, line: 20, size: 13.5 },
};
