import { type Box, box } from "../../draw/box.ts";

/** One task as it is learned: a row of tokens as an example, right answers, loss. */
export interface Column {
  readonly strip: Box;
  readonly right: Box;
  readonly loss: Box;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Where both tasks are shown, and where one is. */
  readonly two: readonly [Column, Column];
  readonly one: Column;
  /** First baseline of the key below the curves. */
  readonly key: number;
  /** The reader's sequence, Δ below it, the kernels and the answers below that. */
  readonly tokens: Box;
  readonly delta: Box;
  readonly kernels: Box;
  readonly answers: Box;
  /** Letters stand in tokens of this width at least. */
  readonly letterWidth: number;
}

const column = (left: number, right: number, tops: readonly number[]): Column => ({
  strip: box({ left, right, top: tops[0]!, height: 18 }),
  right: box({ left, right, top: tops[1]!, bottom: tops[2]! }),
  loss: box({ left, right, top: tops[3]!, bottom: tops[4]! }),
});

const wideTops = [24, 72, 222, 260, 344];
export const wide: Layout = {
  width: 680,
  height: 424,
  two: [column(44, 340, wideTops), column(376, 672, wideTops)],
  one: column(44, 672, wideTops),
  key: 404,
  tokens: box({ left: 44, right: 672, top: 8, height: 30 }),
  delta: box({ left: 44, right: 672, top: 64, height: 144 }),
  kernels: box({ left: 44, right: 372, top: 276, height: 104 }),
  answers: box({ left: 412, right: 672, top: 276, height: 104 }),
  letterWidth: 14,
};

const compactTops = [22, 64, 180, 216, 284];
export const compact: Layout = {
  width: 360,
  height: 380,
  two: [column(36, 186, compactTops), column(204, 354, compactTops)],
  one: column(36, 354, compactTops),
  key: 340,
  tokens: box({ left: 36, right: 354, top: 6, height: 24 }),
  delta: box({ left: 36, right: 354, top: 54, height: 86 }),
  kernels: box({ left: 36, right: 354, top: 288, height: 48 }),
  answers: box({ left: 36, right: 354, top: 184, height: 60 }),
  letterWidth: 14,
};
