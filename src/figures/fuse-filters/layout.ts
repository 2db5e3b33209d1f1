import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  /** Pads of the first, the second and the merged kernel. */
  readonly pads: readonly [Box, Box, Box];
  /** Input, what the first makes of it, the output by two programs, that by one. */
  readonly rows: readonly [Box, Box, Box, Box];
  /** What it costs, before and after; not on a phone, where the figures' foot says it. */
  readonly costs?: Box;
  readonly key: { readonly y: number; readonly left: number; readonly right: number };
  readonly type: number;
}

const stack = (left: number, right: number, height: number, tops: readonly number[]) =>
  tops.map((top) => box({ left, right, top, height })) as unknown as Layout["rows"];

const rows = stack(282, 672, 64, [26, 130, 234, 352]);
const beside = (row: Box) => box({ left: 42, right: 216, top: row.top, height: row.height });
export const wide: Layout = {
  narrow: false,
  width: 680,
  height: 482,
  pads: [beside(rows[1]), beside(rows[2]), beside(rows[3])],
  rows,
  costs: box({ left: 42, right: 216, top: 26, height: 62 }),
  key: { y: 454, left: 4, right: 676 },
  type: 12,
};

const pad = (left: number, right: number) => box({ left, right, top: 26, height: 50 });
export const compact: Layout = {
  narrow: true,
  width: 360,
  height: 494,
  pads: [pad(34, 112), pad(156, 234), pad(278, 356)],
  rows: stack(34, 354, 48, [124, 200, 276, 356]),
  key: { y: 448, left: 4, right: 356 },
  type: 13.5,
};
