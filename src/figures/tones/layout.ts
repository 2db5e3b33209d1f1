import { type Box, box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly type: number;
  /** One tone: the arrows that turn, their height in time at the same scale, and the copies that make up the output. */
  readonly turning: Box;
  readonly waves: Box;
  readonly copies: Box;
  readonly key: { readonly left: number; readonly right: number; readonly y: number };
  /** All tones: the kernel's arrows, those of input and output, and three rows in time. */
  readonly chain: Box;
  readonly pair: Box;
  readonly rows: readonly [Box, Box, Box];
}

const row = (left: number, right: number, height: number) => (top: number) =>
  box({ left, right, top, height });

const wideRow = row(300, 668, 84);
export const wide: Layout = {
  width: 680,
  height: 408,
  type: 12,
  turning: box({ left: 34, right: 234, top: 34, height: 200 }),
  waves: box({ left: 284, right: 668, top: 34, height: 200 }),
  copies: box({ left: 284, right: 668, top: 290, height: 104 }),
  key: { left: 10, right: 260, y: 290 },
  chain: box({ left: 46, right: 212, top: 30, height: 166 }),
  pair: box({ left: 46, right: 212, top: 232, height: 166 }),
  rows: [wideRow(30), wideRow(156), wideRow(296)],
};

const narrowRow = row(40, 352, 54);
export const compact: Layout = {
  width: 360,
  height: 430,
  type: 13.5,
  turning: box({ left: 26, right: 156, top: 50, height: 130 }),
  waves: box({ left: 190, right: 352, top: 50, height: 130 }),
  copies: box({ left: 26, right: 352, top: 280, height: 130 }),
  key: { left: 4, right: 356, y: 222 },
  chain: box({ left: 26, right: 166, top: 26, height: 140 }),
  pair: box({ left: 202, right: 342, top: 26, height: 140 }),
  rows: [narrowRow(198), narrowRow(276), narrowRow(356)],
};
