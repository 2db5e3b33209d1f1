import type { Frame } from "../../draw/timeRows.ts";

export interface Layout {
  readonly width: number;
  /** A grid of nine rows: u, v, three for h, n, three for y. */
  readonly frame: Frame;
  /** Where the densities at the playhead stand. */
  readonly density: readonly [left: number, right: number];
}

export const ROWS = 9;
export const rowOf = { u: [0, 1], v: [1, 1], h: [2, 3], n: [5, 1], y: [6, 3] } as const;

export const wide: Layout = {
  width: 680,
  frame: { left: 62, right: 588, top: 8, height: 38, gap: 9 },
  density: [600, 672],
};

export const compact: Layout = {
  width: 360,
  frame: { left: 46, right: 302, top: 8, height: 30, gap: 8 },
  density: [308, 354],
};

/** Upper edge, middle and lower edge of a row of the grid. */
export function place({ top, height, gap }: Frame, row: keyof typeof rowOf) {
  const [first, rows] = rowOf[row];
  const from = top + first * (height + gap);
  const to = from + rows * (height + gap) - gap;
  return { from, to, mid: (from + to) / 2 };
}

const ENDS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10];

/** A number rounded up to a calm end of an axis, finer than 1, 2, 5. */
export function end(x: number): number {
  if (!(x > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(x) + 1e-9);
  return (ENDS.find((lead) => x <= lead * power * 1.0001) ?? 10) * power;
}
