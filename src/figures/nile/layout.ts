import { type Box, box } from "../../draw/box.ts";
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly flow: Box;
  readonly hill: Box;
  /** The table of pairs: its columns' right edges and its first row. */
  readonly table: {
    readonly left: number;
    readonly columns: readonly [number, number, number];
    readonly top: number;
    readonly row: number;
  };
}

export const wide: Layout = {
  width: 680,
  height: 456,
  flow: box({ left: 46, right: 668, top: 30, bottom: 206 }),
  hill: box({ left: 60, right: 352, top: 246, bottom: 424 }),
  table: { left: 372, columns: [550, 608, 668], top: 290, row: 26 },
};

export const compact: Layout = {
  width: 360,
  height: 394,
  flow: box({ left: 42, right: 352, top: 26, bottom: 122 }),
  hill: box({ left: 44, right: 352, top: 152, bottom: 272 }),
  table: { left: 2, columns: [214, 284, 352], top: 328, row: 20 },
};
