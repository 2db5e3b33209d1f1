import { type Box, box } from "../../draw/box.ts";
import { MOST_TOKENS, STEPS } from "./row.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  /** Width of a step, and the middle of one. */
  readonly column: number;
  readonly x: (step: number) => number;
  readonly tape: Box;
  readonly gate: Box;
  readonly weights: Box;
  readonly lags: number;
  readonly sums: readonly [y: number, asked: number];
  readonly register: Box;
  readonly missed: Box;
  readonly answers: Box;
  readonly key: number;
}

function layout(o: {
  width: number;
  height: number;
  narrow: boolean;
  left: number;
  column: number;
  tops: Record<"tape" | "gate" | "weights" | "lags" | "sum" | "lower" | "key", number>;
}): Layout {
  const { left, column, tops } = o;
  const x = (step: number) => left + column * (step + 0.5);
  const right = left + column * (STEPS + MOST_TOKENS);
  const row = (top: number, height: number) => box({ left, right, top, height });
  const split = left + column * STEPS;
  return {
    ...o,
    x,
    tape: row(tops.tape, o.narrow ? 28 : 34),
    gate: row(tops.gate, 14),
    weights: row(tops.weights, o.narrow ? 72 : 88),
    lags: tops.lags,
    sums: [tops.sum, tops.sum + 18],
    register: box({ left, right: split - 30, top: tops.lower, height: 26 }),
    missed: box({ left, right: split - (o.narrow ? 40 : 56), top: tops.lower + 42, height: 92 }),
    answers: box({ left: split, right, top: tops.lower, height: 112 }),
    key: tops.key,
  };
}

export const wide = layout({
  width: 680,
  height: 448,
  narrow: false,
  left: 60,
  column: 38,
  tops: { tape: 22, gate: 62, weights: 96, lags: 200, sum: 226, lower: 262, key: 424 },
});

export const compact = layout({
  width: 360,
  height: 452,
  narrow: true,
  left: 4,
  column: 22,
  tops: { tape: 20, gate: 52, weights: 88, lags: 176, sum: 200, lower: 236, key: 394 },
});
