import type { Frame } from "../../kit/draw/timeRows.ts";

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly scene: Box;
  readonly plane: { readonly left: number; readonly top: number; readonly size: number };
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
    scene: { left: 6, right: 418, top: 8, bottom: 226 },
    plane: { left: 440, top: 4, size: 234 },
    three: { left: 62, right: 668, top: 254, height: 52, gap: 8 },
    two: { left: 62, right: 668, top: 254, height: 82, gap: 8 },
    matrices: { left: 12, right: 668, top: 444, bottom: 534 },
    all: true,
  },
  compact: {
    width: 360,
    height: 566,
    scene: { left: 6, right: 354, top: 6, bottom: 164 },
    plane: { left: 6, top: 182, size: 168 },
    three: { left: 46, right: 348, top: 368, height: 54, gap: 8 },
    two: { left: 46, right: 348, top: 368, height: 85, gap: 8 },
    matrices: { left: 188, right: 356, top: 182, bottom: 350 },
    all: false,
  },
};
