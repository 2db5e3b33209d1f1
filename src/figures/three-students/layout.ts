import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  /** Size of the type. */
  readonly type: number;
  /** Baselines of the title, where there is room for one, and of the lines of the lecture. */
  readonly title: number | undefined;
  readonly lines: readonly number[];
  /** The students' rows over the tokens, and beside each its memory. */
  readonly rows: readonly Box[];
  readonly pages: readonly Box[];
  /** Where a row's words begin, relative to its top, and how far apart they are; beside the row or above it. */
  readonly beside: boolean;
  readonly key: number;
  /** The exam: baselines of its lines, left end of the questions, from one to the next, how many fit. */
  readonly table: {
    readonly lines: readonly number[];
    readonly left: number;
    readonly step: number;
    readonly room: number;
  };
  /** How well they recall: by names, by tokens since, by numbers kept, and by which name. */
  readonly panels: readonly [Box, Box, Box];
  readonly recallKey: number;
  readonly each: Box;
}

const across = (left: number, right: number, height: number, tops: readonly number[]) =>
  tops.map((top) => box({ left, right, top, height }));

export const wide: Layout = {
  narrow: false,
  width: 680,
  height: 506,
  type: 12,
  title: 13,
  lines: [34, 55, 76],
  rows: across(152, 560, 58, [100, 180, 260]),
  pages: across(574, 676, 58, [100, 180, 260]),
  beside: true,
  key: 358,
  table: { lines: [410, 430, 454, 476, 498], left: 116, step: 35, room: 16 },
  panels: [
    box({ left: 46, right: 216, top: 34, height: 214 }),
    box({ left: 272, right: 442, top: 34, height: 214 }),
    box({ left: 498, right: 660, top: 34, height: 214 }),
  ],
  recallKey: 296,
  each: box({ left: 46, right: 668, top: 372, height: 100 }),
};

export const compact: Layout = {
  narrow: true,
  width: 360,
  height: 450,
  type: 13.5,
  title: undefined,
  lines: [14, 35, 56],
  rows: across(50, 262, 38, [84, 146, 208]),
  pages: across(274, 358, 38, [84, 146, 208]),
  beside: false,
  key: 290,
  table: { lines: [354, 376, 398, 420, 442], left: 100, step: 43, room: 6 },
  panels: [
    box({ left: 50, right: 340, top: 24, height: 54 }),
    box({ left: 50, right: 340, top: 126, height: 54 }),
    box({ left: 50, right: 340, top: 228, height: 54 }),
  ],
  recallKey: 322,
  each: box({ left: 50, right: 354, top: 374, height: 54 }),
};
