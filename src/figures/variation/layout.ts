import { type Box, box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly type: number;
  readonly input: Box;
  readonly middle: Box;
  readonly state: Box;
  /** Baseline of the key of the state, and of the lines below. */
  readonly key: number;
  readonly lines: readonly (readonly [x: number, y: number])[];
}

const wideEdges = { left: 46, right: 664 };
export const wide: Layout = {
  width: 680,
  height: 446,
  type: 12,
  input: box({ ...wideEdges, top: 24, height: 70 }),
  middle: box({ ...wideEdges, top: 124, height: 76 }),
  state: box({ ...wideEdges, top: 232, height: 106 }),
  key: 376,
  lines: [
    [46, 399],
    [46, 419],
    [46, 439],
  ],
};

const narrowEdges = { left: 40, right: 348 };
export const compact: Layout = {
  width: 360,
  height: 446,
  type: 13.5,
  input: box({ ...narrowEdges, top: 24, height: 58 }),
  middle: box({ ...narrowEdges, top: 112, height: 58 }),
  state: box({ ...narrowEdges, top: 200, height: 86 }),
  key: 324,
  lines: [
    [4, 382],
    [4, 408],
    [4, 434],
  ],
};
