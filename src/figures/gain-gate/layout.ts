import { type Box, box } from "../../draw/box.ts";
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly walk: Box;
  readonly trust: Box;
  readonly gain: Box;
  readonly delta: Box;
  /** K against Δ, and the sums of the present step. */
  readonly gate: Box;
  readonly sums: Box;
}

const rows = (left: number, right: number, tops: readonly [top: number, height: number][]) =>
  tops.map(([top, height]) => box({ left, right, top, height })) as [Box, Box, Box, Box];

const [walk, trust, gain, delta] = rows(62, 668, [
  [8, 124],
  [144, 54],
  [210, 62],
  [284, 46],
]);
export const wide: Layout = {
  width: 680,
  height: 482,
  walk,
  trust,
  gain,
  delta,
  gate: box({ left: 62, right: 226, top: 352, height: 104 }),
  sums: box({ left: 252, right: 672, top: 346, height: 130 }),
};

const [walk2, trust2, gain2, delta2] = rows(46, 352, [
  [8, 98],
  [114, 44],
  [166, 48],
  [222, 38],
]);
export const compact: Layout = {
  width: 360,
  height: 444,
  walk: walk2,
  trust: trust2,
  gain: gain2,
  delta: delta2,
  gate: box({ left: 0, right: 0, top: 0, height: 0 }),
  sums: box({ left: 2, right: 358, top: 270, height: 170 }),
};
