import { type Box, box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly type: number;
  readonly phase: Box;
  readonly kept: Box;
  readonly sizes: Box;
  readonly rules: { readonly left: number; readonly width: number; readonly y: number };
  readonly key: number;
}

export const wide: Layout = {
  width: 680,
  height: 372,
  type: 12,
  phase: box({ left: 46, top: 28, width: 272, height: 272 }),
  kept: box({ left: 46, top: 28, width: 284, height: 264 }),
  sizes: box({ left: 396, top: 28, width: 270, height: 264 }),
  rules: { left: 46, width: 500, y: 340 },
  key: 364,
};

export const compact: Layout = {
  width: 360,
  height: 448,
  type: 13.5,
  phase: box({ left: 80, top: 26, width: 214, height: 214 }),
  kept: box({ left: 40, top: 26, width: 308, height: 196 }),
  sizes: box({ left: 48, top: 280, width: 300, height: 88 }),
  rules: { left: 14, width: 338, y: 414 },
  key: 438,
};
