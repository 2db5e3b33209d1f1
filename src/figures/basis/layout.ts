import { type Box, box } from "../../draw/box.ts";

/** The places of A, B and C side by side. */
export interface Trio {
  readonly A: Box;
  readonly B: Box;
  readonly C: Box;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly type: number;
  readonly plane: Box;
  readonly key: number;
  readonly old: Trio;
  readonly now: Trio;
  readonly kernel: Box;
}

/** A, B and C from left to right, with cells of one size. */
function trio(left: number, top: number, cell: number, gap: number): Trio {
  const high = 26;
  return {
    A: box({ left, top, width: 2 * cell, height: 2 * high }),
    B: box({ left: left + 2 * cell + gap, top, width: cell, height: 2 * high }),
    C: box({ left: left + 3 * cell + 2 * gap, top, width: 2 * cell, height: high }),
  };
}

export const wide: Layout = {
  width: 680,
  height: 372,
  type: 12,
  plane: box({ left: 8, top: 8, width: 312, height: 312 }),
  key: 342,
  old: trio(348, 46, 54, 22),
  now: trio(348, 152, 54, 22),
  kernel: box({ left: 378, right: 668, top: 256, height: 66 }),
};

export const compact: Layout = {
  width: 360,
  height: 526,
  type: 13.5,
  plane: box({ left: 85, top: 4, width: 190, height: 190 }),
  key: 212,
  old: trio(14, 266, 58, 18),
  now: trio(14, 362, 58, 18),
  kernel: box({ left: 46, right: 350, top: 468, height: 36 }),
};
