import { type Box, box } from "../../draw/box.ts";
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The three heat maps: side, upper edge, left edges. */
  readonly maps: { readonly side: number; readonly top: number; readonly left: readonly number[] };
  /** Where κ is moved. */
  readonly track: { readonly left: number; readonly right: number; readonly y: number };
  readonly kernels: Box;
  readonly plane: Box;
  readonly condition: Box;
  readonly through: Box;
  readonly operations: Box;
  readonly times: Box;
  /** Names of the three ways. */
  readonly keys: { readonly left: number; readonly y: number; readonly step: number };
}

export const wide: Layout = {
  width: 680,
  height: 412,
  maps: { side: 176, top: 30, left: [16, 248, 480] },
  track: { left: 480, right: 656, y: 229 },
  kernels: box({ left: 52, right: 668, top: 284, height: 84 }),
  plane: box({ left: 58, right: 318, top: 30, height: 320 }),
  condition: box({ left: 408, right: 668, top: 30, height: 138 }),
  through: box({ left: 408, right: 668, top: 246, height: 104 }),
  operations: box({ left: 58, right: 320, top: 34, height: 290 }),
  times: box({ left: 400, right: 662, top: 34, height: 290 }),
  keys: { left: 58, y: 398, step: 130 },
};

export const compact: Layout = {
  width: 360,
  height: 368,
  maps: { side: 100, top: 28, left: [8, 130, 252] },
  track: { left: 240, right: 346, y: 166 },
  kernels: box({ left: 44, right: 350, top: 222, height: 102 }),
  plane: box({ left: 50, right: 158, top: 28, height: 140 }),
  condition: box({ left: 218, right: 350, top: 28, height: 140 }),
  through: box({ left: 44, right: 350, top: 268, height: 62 }),
  operations: box({ left: 44, right: 164, top: 34, height: 240 }),
  times: box({ left: 230, right: 350, top: 34, height: 240 }),
  keys: { left: 24, y: 350, step: 112 },
};
