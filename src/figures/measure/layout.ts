import { type Box, box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly type: number;
  readonly past: Box;
  readonly weight: Box;
  readonly weigh: Box;
  readonly course: Box;
  readonly terms: Box;
}

const [LEFT, RIGHT] = [46, 668];
export const wide: Layout = {
  width: 680,
  height: 488,
  type: 12,
  past: box({ left: LEFT, right: RIGHT, top: 24, height: 104 }),
  weight: box({ left: LEFT, right: RIGHT, top: 158, height: 42 }),
  weigh: box({ left: LEFT, right: RIGHT, top: 226, height: 52 }),
  course: box({ left: LEFT, right: RIGHT, top: 304, height: 60 }),
  terms: box({ left: LEFT, right: RIGHT, top: 390, height: 64 }),
};

export const compact: Layout = {
  width: 360,
  height: 484,
  type: 13.5,
  past: box({ left: 40, right: 352, top: 26, height: 90 }),
  weight: box({ left: 40, right: 352, top: 144, height: 40 }),
  weigh: box({ left: 40, right: 352, top: 212, height: 50 }),
  course: box({ left: 40, right: 352, top: 306, height: 56 }),
  terms: box({ left: 40, right: 352, top: 390, height: 58 }),
};
