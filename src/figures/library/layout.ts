import { box, type Box } from "../../draw/box.ts";
import type { Run } from "./compute.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly compact: boolean;
  readonly left: number;
  readonly right: number;
  /** Baselines of the two rules. */
  readonly rules: readonly [number, number];
  /** The first board's upper edge, from one board to the next, and where books and helpers stand by it. */
  readonly board: number;
  readonly boards: number;
  readonly tall: number;
  readonly floor: number;
  /** The most books on a board. */
  readonly row: (n: number) => number;
  readonly chart: Box;
  /** A card in a helper's hands, and the width of a digit on it. */
  readonly card: number;
  readonly digit: number;
  readonly type: number;
}

export const wide: Layout = {
  width: 680,
  height: 440,
  compact: false,
  left: 10,
  right: 670,
  rules: [16, 37],
  board: 138,
  boards: 0,
  tall: 78,
  floor: 102,
  row: (n) => n,
  chart: box({ left: 26, right: 670, top: 292, bottom: 412 }),
  card: 38,
  digit: 7.3,
  type: 12.5,
};

export const compact: Layout = {
  width: 360,
  height: 500,
  compact: true,
  left: 6,
  right: 354,
  rules: [15, 35],
  board: 96,
  boards: 148,
  tall: 50,
  floor: 90,
  row: (n) => (n <= 16 ? 8 : 16),
  chart: box({ left: 24, right: 352, top: 378, bottom: 474 }),
  card: 40,
  digit: 8,
  type: 13.5,
};

/** Between two stretches. */
const GAP = { wide: 7, narrow: 4 };

/** Where the books of a run stand. */
export interface Shelf {
  readonly slot: number;
  readonly rows: number;
  /** The middle of a book, and the board it stands on. */
  readonly x: (book: number) => number;
  readonly board: (book: number) => number;
  readonly floor: (book: number) => number;
  /** Where a helper stands at a book: as near as the stretch leaves room for the card. */
  readonly stand: (book: number) => number;
}

export function shelfOf({ books, chunk, used }: Run, layout: Layout): Shelf {
  const n = books.length;
  const perRow = layout.row(n);
  const rows = Math.ceil(n / perRow);
  const breaks = (i: number) => (used > 1 ? Math.floor(i / chunk) : 0);
  // The row with the most gaps sets the width of a book for all.
  const gaps = Array.from({ length: rows }, (_, r) => {
    const [first, last] = [r * perRow, Math.min(n, (r + 1) * perRow) - 1];
    return breaks(last) - breaks(first);
  });
  const across = Math.min(n, perRow);
  const gap = layout.compact && across > 8 ? GAP.narrow : GAP.wide;
  const room = layout.right - layout.left - gap * Math.max(...gaps);
  const slot = Math.min(52, room / across);
  const margin = (room - slot * across) / 2;
  const rowOf = (i: number) => Math.floor(i / perRow);
  const lift = rows === 1 && layout.compact ? layout.boards / 2 : 0;
  const board = (i: number) => layout.board + lift + rowOf(i) * layout.boards;
  const x = (i: number) => {
    const first = rowOf(i) * perRow;
    return layout.left + margin + (i - first + 0.5) * slot + gap * (breaks(i) - breaks(first));
  };
  const stand = (i: number) => {
    const start = i - (i % chunk);
    const from = x(Math.max(start, rowOf(i) * perRow)) - slot / 2 + layout.card / 2;
    const last = Math.min(start + chunk, n, (rowOf(i) + 1) * perRow) - 1;
    const to = x(last) + slot / 2 - layout.card / 2;
    const at = from > to ? (from + to) / 2 : Math.max(from, Math.min(to, x(i)));
    const edge = layout.card / 2 - 3;
    return Math.max(layout.left + edge, Math.min(layout.right - edge, at));
  };
  return { slot, rows, x, board, floor: (i) => board(i) + layout.floor, stand };
}
