import { type Box, box } from "../../draw/box.ts";
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The bells; below them three lines: the innovation, what is taken of it, the numbers. */
  readonly bells: Box;
  readonly line: number;
  /** Where the sums of predict and update stand: side by side, or the present one alone. */
  readonly sums: { readonly predict: Box; readonly update: Box; readonly alone: boolean };
  readonly time: Box;
  readonly test: Box;
  readonly gauge: Box;
}

export const wide: Layout = {
  width: 680,
  height: 548,
  bells: box({ left: 62, right: 668, top: 14, height: 128 }),
  line: 20,
  sums: {
    predict: box({ left: 2, right: 328, top: 214, height: 88 }),
    update: box({ left: 334, right: 678, top: 214, height: 88 }),
    alone: false,
  },
  time: box({ left: 62, right: 668, top: 318, height: 128 }),
  test: box({ left: 62, right: 402, top: 462, height: 78 }),
  gauge: box({ left: 430, right: 668, top: 462, height: 78 }),
};

const alone: Box = box({ left: 2, right: 358, top: 164, height: 86 });
export const compact: Layout = {
  width: 360,
  height: 492,
  bells: box({ left: 14, right: 350, top: 10, height: 88 }),
  line: 20,
  sums: { predict: alone, update: alone, alone: true },
  time: box({ left: 46, right: 352, top: 260, height: 88 }),
  test: box({ left: 46, right: 352, top: 358, height: 50 }),
  gauge: box({ left: 6, right: 352, top: 414, height: 76 }),
};

/** The states in sight: all of them, or, where that would leave the bells too narrow, a window that goes along. */
export interface Window {
  readonly low: number;
  readonly high: number;
}
