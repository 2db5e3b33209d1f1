import { type Box, box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly type: number;
  /** Of the circle: its middle, its radius, and what a pointer finds of it. */
  readonly circle: {
    readonly x: number;
    readonly y: number;
    readonly r: number;
    readonly area: Box;
  };
  readonly plane: Box;
  readonly terms: Box;
  /** Baselines of its lines, and where the entries of each line begin. */
  readonly panel: {
    readonly left: number;
    readonly lines: readonly number[];
    readonly columns: readonly (readonly number[])[];
  };
  readonly spectrum: Box;
  readonly kernel: Box;
  /** Keys of the two lower plots stand beside their titles, or under them. */
  readonly keyBelow: boolean;
}

export const wide: Layout = {
  width: 680,
  height: 424,
  type: 12,
  circle: { x: 100, y: 112, r: 62, area: box({ left: 14, top: 26, width: 172, height: 172 }) },
  plane: box({ left: 258, top: 34, right: 398, bottom: 194 }),
  terms: box({ left: 424, top: 34, right: 668, bottom: 194 }),
  panel: {
    left: 14,
    lines: [244, 265, 286],
    columns: [[0, 176, 346], [0, 176, 346, 506], [0]],
  },
  spectrum: box({ left: 46, top: 328, right: 330, bottom: 400 }),
  kernel: box({ left: 394, top: 328, right: 668, bottom: 400 }),
  keyBelow: false,
};

export const compact: Layout = {
  width: 360,
  height: 420,
  type: 13.5,
  circle: { x: 66, y: 86, r: 40, area: box({ left: 4, top: 24, width: 124, height: 124 }) },
  plane: box({ left: 166, top: 32, right: 240, bottom: 142 }),
  terms: box({ left: 258, top: 32, right: 352, bottom: 142 }),
  panel: {
    left: 4,
    lines: [188, 208, 228, 248, 268],
    columns: [[0, 176], [0], [0, 176], [0, 176], [0]],
  },
  spectrum: box({ left: 38, top: 308, right: 170, bottom: 372 }),
  kernel: box({ left: 218, top: 308, right: 352, bottom: 372 }),
  keyBelow: true,
};
