import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly type: number;
  /** Estimate, gain and gate over the symbols. */
  readonly rows: readonly [Box, Box, Box];
  readonly key: number;
  readonly ratios: Box;
  readonly ratiosKey: number;
}

const rows = (left: number, right: number, tops: readonly [number, number][]) =>
  tops.map(([top, height]) => box({ left, right, top, height })) as [Box, Box, Box];

export const wide: Layout = {
  width: 680,
  height: 432,
  type: 12,
  rows: rows(50, 668, [
    [22, 130],
    [182, 84],
    [296, 84],
  ]),
  key: 424,
  ratios: box({ left: 60, right: 660, top: 34, height: 310 }),
  ratiosKey: 390,
};

export const compact: Layout = {
  width: 360,
  height: 396,
  type: 13.5,
  rows: rows(44, 352, [
    [22, 104],
    [158, 68],
    [258, 68],
  ]),
  key: 366,
  ratios: box({ left: 56, right: 350, top: 38, height: 244 }),
  ratiosKey: 328,
};
