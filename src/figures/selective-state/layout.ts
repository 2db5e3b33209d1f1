import { type Box, box } from "../../draw/box.ts";
import type { Setting } from "./params.ts";
import { STEPS } from "./reading.ts";

export const MOST_STATES = 4;

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly left: number;
  /** Where the columns of a state by hand end, and those of the trained model. */
  readonly right: number;
  readonly far: number;
}

export const wide: Frame = {
  width: 680,
  height: 470,
  narrow: false,
  left: 62,
  right: 536,
  far: 674,
};
export const compact: Frame = {
  width: 360,
  height: 476,
  narrow: true,
  left: 24,
  right: 356,
  far: 356,
};

/** Columns for tokens side by side. */
export interface Columns {
  readonly count: number;
  readonly size: number;
  readonly x: (step: number) => number;
  readonly at: (px: number) => number;
}

export function columns(left: number, right: number, count: number): Columns {
  const size = (right - left) / count;
  return {
    count,
    size,
    x: (step) => left + size * (step + 0.5),
    at: (px) => Math.max(0, Math.min(count - 1, Math.floor((px - left) / size))),
  };
}

/** Boxes from the top down: heights and the gaps above them. */
function stack(
  f: Frame,
  right: number,
  rows: readonly (readonly [gap: number, height: number])[],
): Box[] {
  let top = 0;
  return rows.map(([gap, height]) => {
    const row = box({ left: f.left, right, top: top + gap, height });
    top = row.bottom;
    return row;
  });
}

export interface HandRows {
  readonly tokens: Box;
  readonly delta: Box;
  /** B above the states, C and the output below them; none where they do not change. */
  readonly B: Box | undefined;
  readonly states: readonly Box[];
  /** What one state held after every step, where there is room. */
  readonly history: Box | undefined;
  readonly C: Box | undefined;
  readonly y: Box | undefined;
}

/** Height of the table of numbers under a narrow picture, and of the key. */
export const TABLE = 19;
const KEY = 44;

export function handRows(f: Frame, { N, parts }: Pick<Setting, "N" | "parts">): HandRows {
  const all = parts === "all";
  const [delta, part] = f.narrow ? [64, 30] : [80, 34];
  const table = f.narrow ? TABLE * (N + 1) : 0;
  const others = 4 + 40 + 22 + delta + 24 + (all ? 3 * (part + 10) : 0) + table + KEY;
  const alone = N === 1 && !all;
  const state = alone ? 92 : Math.min(140, (f.height - others) / N - 8);
  const rows = stack(f, f.right, [
    [4, 40],
    [22, delta],
    ...(all ? [[10, part] as const] : []),
    [24, state],
    ...Array.from({ length: N - 1 }, () => [8, state] as const),
    ...(all
      ? ([
          [10, part],
          [10, part],
        ] as const)
      : []),
  ]);
  const [tokens, deltaBox, ...rest] = rows as [Box, Box, ...Box[]];
  const B = all ? rest.shift() : undefined;
  return {
    tokens,
    delta: deltaBox,
    B,
    states: rest.slice(0, N),
    history: alone ? below(f, rest[0]!, table) : undefined,
    C: all ? rest[N] : undefined,
    y: all ? rest[N + 1] : undefined,
  };
}

/** The rest of the picture below a state and its table. */
const below = (f: Frame, { left, right, bottom }: Box, table: number): Box =>
  box({ left, right, top: bottom + table + 26, bottom: f.height - KEY + (f.narrow ? 4 : 12) });

export interface TrainedRows {
  readonly tokens: Box;
  readonly delta: Box;
  readonly matters: Box;
  readonly B: Box;
  readonly h: Box;
  readonly C: Box;
  readonly read: Box;
  readonly answers: Box;
}

export function trainedRows(f: Frame): TrainedRows {
  const map = f.narrow ? 46 : 48;
  const [tokens, delta, matters, B, h, C, read, answers] = stack(f, f.far, [
    [4, 26],
    [22, f.narrow ? 60 : 68],
    [18, 16],
    [12, map],
    [8, map],
    [8, map],
    [20, 39],
    [8, 36],
  ]) as [Box, Box, Box, Box, Box, Box, Box, Box];
  return { tokens, delta, matters, B, h, C, read, answers };
}

export const trainedColumns = (f: Frame): Columns => columns(f.left, f.far, STEPS);
