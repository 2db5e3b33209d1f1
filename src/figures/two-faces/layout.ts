import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  /** Size of the type of labels. */
  readonly type: number;
  readonly matrix: Box;
  /** The middles of the columns of outputs: from the matrix, from the state, both; a phone has the last one only. */
  readonly outputs: readonly number[];
  /** Where the states stand: beside the matrix, token under token; on a phone below it, token beside token. */
  readonly states: { readonly left: number; readonly right: number; readonly top: number };
  readonly key: { readonly y: number; readonly right: number };
  readonly panel: { readonly top: number; readonly line: number };
  /** The two plots of the cost, and the lines of the table below them. */
  readonly plots: readonly [Box, Box];
  readonly table: { readonly top: number; readonly columns: readonly number[] };
}

export const wide: Layout = {
  width: 680,
  height: 502,
  narrow: false,
  type: 12,
  matrix: box({ left: 28, top: 44, width: 288, height: 304 }),
  outputs: [343, 391, 437],
  states: { left: 462, right: 678, top: 44 },
  key: { y: 370, right: 676 },
  panel: { top: 428, line: 21 },
  plots: [
    box({ left: 48, right: 330, top: 40, bottom: 330 }),
    box({ left: 386, right: 668, top: 40, bottom: 330 }),
  ],
  table: { top: 420, columns: [30, 250, 400, 520] },
};

export const compact: Layout = {
  width: 360,
  height: 532,
  narrow: true,
  type: 13.5,
  matrix: box({ left: 24, top: 38, width: 280, height: 232 }),
  outputs: [333],
  states: { left: 24, right: 304, top: 278 },
  key: { y: 384, right: 358 },
  panel: { top: 460, line: 19 },
  plots: [
    box({ left: 44, right: 350, top: 30, bottom: 172 }),
    box({ left: 44, right: 350, top: 242, bottom: 384 }),
  ],
  table: { top: 452, columns: [24, 172, 264, 350] },
};

/** Left edge of column j and upper edge of row i of T. */
export const columnAt = ({ left, width }: Box, j: number, T: number) => left + (j * width) / T;
export const rowAt = ({ top, height }: Box, i: number, T: number) => top + (i * height) / T;
export const middleOf = (b: Box, i: number, T: number) => rowAt(b, i + 0.5, T);
