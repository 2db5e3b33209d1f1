import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly sheet: Box;
  readonly delta: Box;
  readonly heard: Box;
  /** Baselines of the maps' names and of their scales. */
  readonly names: number;
  readonly scales: number;
  readonly classes: Box;
  /** Where the shares stand in numbers, and the words over the rows. */
  readonly numbers: number;
  readonly over: number;
  /** Baselines of the lines on model and data. */
  readonly notes: readonly number[];
}

const square = (left: number, top: number, side: number) =>
  box({ left, top, width: side, height: side });

export const wide: Layout = {
  width: 680,
  height: 462,
  sheet: square(16, 24, 182),
  delta: square(249, 24, 182),
  heard: square(482, 24, 182),
  names: 15,
  scales: 222,
  over: 248,
  classes: box({ left: 36, right: 610, top: 256, height: 150 }),
  numbers: 664,
  notes: [440, 456],
};

export const compact: Layout = {
  width: 360,
  height: 408,
  sheet: square(1, 22, 114),
  delta: square(123, 22, 114),
  heard: square(245, 22, 114),
  names: 14,
  scales: 153,
  over: 178,
  classes: box({ left: 20, right: 302, top: 186, height: 150 }),
  numbers: 356,
  notes: [372, 388, 404],
};
