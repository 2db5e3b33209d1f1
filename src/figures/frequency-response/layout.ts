import { type Box, box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly keyY: number;
  readonly gain: Box;
  readonly phase: Box;
  readonly kernel: Box;
}

export const wide: Layout = {
  width: 680,
  height: 440,
  size: 12,
  keyY: 16,
  gain: box({ left: 52, right: 664, top: 48, bottom: 196 }),
  phase: box({ left: 52, right: 664, top: 222, bottom: 302 }),
  kernel: box({ left: 52, right: 664, top: 356, bottom: 416 }),
};

export const compact: Layout = {
  width: 360,
  height: 400,
  size: 13.5,
  keyY: 14,
  gain: box({ left: 48, right: 352, top: 62, bottom: 164 }),
  phase: box({ left: 48, right: 352, top: 190, bottom: 254 }),
  kernel: box({ left: 48, right: 352, top: 312, bottom: 372 }),
};
