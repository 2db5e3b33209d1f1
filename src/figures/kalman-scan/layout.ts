import { type Box, box } from "../../draw/box.ts";
import { STEPS } from "./size.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly states: Box;
  /** Middle of the first row of stretches, from one to the next, and the height of a slip. */
  readonly rows: { readonly y: number; readonly pitch: number; readonly slip: number };
  /** Three lines of numbers. */
  readonly sums: { readonly x: number; readonly y: number; readonly line: number };
  readonly key: {
    readonly left: number;
    readonly y: number;
    readonly line: number;
    readonly size: number;
  };
}

export const wide: Layout = {
  width: 680,
  height: 472,
  states: box({ left: 46, right: 668, top: 26, height: 150 }),
  rows: { y: 238, pitch: 36, slip: 20 },
  sums: { x: 46, y: 386, line: 20 },
  key: { left: 46, y: 448, line: 18, size: 12 },
};

export const compact: Layout = {
  width: 360,
  height: 453,
  states: box({ left: 30, right: 356, top: 24, height: 116 }),
  rows: { y: 198, pitch: 32, slip: 20 },
  sums: { x: 4, y: 330, line: 20 },
  key: { left: 4, y: 396, line: 19, size: 13.5 },
};

/** Middle of the column of a step, counted from 0, and its width. */
export const columnOf = ({ states: { left, width } }: Layout, k: number): number =>
  left + ((k + 0.5) * width) / STEPS;
export const columnWidth = ({ states: { width } }: Layout): number => width / STEPS;
