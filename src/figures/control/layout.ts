import { type Box, box } from "../../draw/box.ts";
import type { Frame } from "../../draw/timeRows.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly scene: Box;
  readonly plane: Box;
  /** Three rows for the cart; the tank has two in the same room. */
  readonly three: Frame;
  readonly two: Frame;
  readonly matrices: Box;
  /** Whether there is room for A and B beside K and A + B K. */
  readonly all: boolean;
}

export const layouts: Readonly<Record<"wide" | "compact", Layout>> = {
  wide: {
    width: 680,
    height: 540,
    scene: box({ left: 6, right: 402, top: 8, bottom: 222 }),
    plane: box({ left: 420, right: 674, top: 8, bottom: 222 }),
    three: { left: 62, right: 668, top: 254, height: 52, gap: 8 },
    two: { left: 62, right: 668, top: 254, height: 82, gap: 8 },
    matrices: box({ left: 12, right: 668, top: 444, bottom: 534 }),
    all: true,
  },
  compact: {
    width: 360,
    height: 446,
    scene: box({ left: 6, right: 354, top: 2, bottom: 138 }),
    plane: box({ left: 6, right: 178, top: 148, bottom: 282 }),
    three: { left: 46, right: 348, top: 294, height: 40, gap: 6 },
    two: { left: 46, right: 348, top: 294, height: 63, gap: 6 },
    matrices: box({ left: 190, right: 356, top: 142, bottom: 286 }),
    all: false,
  },
};
