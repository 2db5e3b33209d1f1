import { box, type Box } from "../../draw/box.ts";
import type { Row } from "./walks.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly compact: boolean;
  readonly type: number;
  /** The workgroups, and the memory with the baselines of its rows. */
  readonly groups: Box;
  readonly memory: Box;
  readonly rows: Readonly<Record<Row, number>>;
  /** Half the height of a cell, and characters it has room for. */
  readonly half: number;
  readonly chars: number;
  /** The bars of the steps, from one to the next. */
  readonly bars: Box;
  readonly pitch: number;
  /** Of a layer: a line and a drawing for each dispatch, and the plot. */
  readonly grids: Box;
  readonly plot: Box;
  readonly countsHeight: number;
}

const rowsFrom = (top: number, pitch: number): Layout["rows"] => ({
  delta: top,
  u: top + pitch,
  state: top + 2 * pitch + 6,
  time: top + 3 * pitch + 6,
  y: top + 4 * pitch + 12,
});

export const wide: Layout = {
  width: 680,
  height: 436,
  compact: false,
  type: 12,
  groups: box({ left: 46, right: 670, top: 28, height: 54 }),
  memory: box({ left: 8, right: 674, top: 118, height: 164 }),
  rows: rowsFrom(134, 25),
  half: 10,
  chars: 5,
  bars: box({ left: 8, right: 660, top: 318, height: 108 }),
  pitch: 38,
  grids: box({ left: 10, right: 350, top: 8, height: 280 }),
  plot: box({ left: 424, right: 664, top: 58, height: 216 }),
  countsHeight: 304,
};

export const compact: Layout = {
  width: 360,
  height: 452,
  compact: true,
  type: 13.5,
  groups: box({ left: 28, right: 358, top: 30, height: 58 }),
  memory: box({ left: 2, right: 359, top: 122, height: 170 }),
  rows: rowsFrom(139, 26),
  half: 10.5,
  chars: 3,
  bars: box({ left: 4, right: 346, top: 330, height: 108 }),
  pitch: 40,
  grids: box({ left: 6, right: 354, top: 8, height: 240 }),
  plot: box({ left: 56, right: 342, top: 320, height: 106 }),
  // As high as the other picture: on a phone nothing below it may jump.
  countsHeight: 452,
};

/** The middle of a token's column, and half its width. */
export function columns({ groups }: Layout, tokens: number) {
  const wide = groups.width / tokens;
  return { x: (t: number) => groups.left + (t + 0.5) * wide, half: wide / 2 };
}
