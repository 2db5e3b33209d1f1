import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  readonly rooms: readonly [Box, Box];
  /** Columns of dishes in the fridge, from one dish to the next, and a dish's radius. */
  readonly columns: number;
  readonly pitch: number;
  readonly dish: number;
  /** Where the counter may stand, from the room's left: beside the fridge, and as far away as there is room for. */
  readonly counter: readonly [near: number, far: number];
  readonly stove: number;
  /** The bars of both timetables. */
  readonly bars: readonly [Box, Box];
  readonly key: number;
  readonly type: number;
}

const bars = (right: number, tops: readonly number[], height: number) =>
  tops.map((top) => box({ left: 8, right, top, height })) as unknown as Layout["bars"];

export const wide: Layout = {
  narrow: false,
  width: 680,
  height: 440,
  rooms: [
    box({ left: 4, right: 332, top: 28, height: 216 }),
    box({ left: 348, right: 676, top: 28, height: 216 }),
  ],
  columns: 4,
  pitch: 21,
  dish: 8.3,
  counter: [146, 210],
  stove: 50,
  bars: bars(672, [290, 342], 20),
  key: 416,
  type: 12,
};

export const compact: Layout = {
  narrow: true,
  width: 360,
  height: 470,
  rooms: [
    box({ left: 3, right: 357, top: 24, height: 128 }),
    box({ left: 3, right: 357, top: 180, height: 128 }),
  ],
  columns: 6,
  pitch: 16,
  dish: 6.2,
  counter: [154, 240],
  stove: 38,
  bars: bars(352, [338, 382], 16),
  key: 436,
  type: 13.5,
};

/** One kitchen in plan. */
export interface Plan {
  readonly fridge: Box;
  readonly counter: Box;
  readonly stove: Box;
  /** The lane that the cook walks on, and where the cook stands at its ends. */
  readonly lane: number;
  readonly ends: readonly [fridge: number, stove: number];
  /** The middle of a dish in the fridge; of a place on the counter. */
  readonly kept: (dish: number) => readonly [number, number];
  readonly place: (slot: number) => readonly [number, number];
}

/** Places of the counter: two rows of four at most. */
const ACROSS = 2;

/** A kitchen whose counter stands `share` of the way down the corridor. */
export function planOf(layout: Layout, room: Box, share: number): Plan {
  const { columns, pitch, counter: reach } = layout;
  const top = room.top + (layout.narrow ? 22 : 28);
  const rows = Math.ceil(24 / columns);
  const left = room.left + reach[0] + share * (reach[1] - reach[0]);
  const fridge = box({
    left: room.left + 10,
    top,
    width: columns * pitch + 6,
    height: rows * pitch + 6,
  });
  const counter = box({ left, top, width: ACROSS * pitch + 6, height: 4 * pitch + 6 });
  const stove = box({
    left: counter.right + (layout.narrow ? 20 : 14),
    top,
    width: layout.stove,
    height: layout.stove,
  });
  const grid = (of: Box, across: number) => (k: number) =>
    [
      of.left + 3 + ((k % across) + 0.5) * pitch,
      of.top + 3 + (Math.floor(k / across) + 0.5) * pitch,
    ] as const;
  return {
    fridge,
    counter,
    stove,
    lane: counter.bottom + (layout.narrow ? 14 : 22),
    ends: [fridge.right + 18, stove.left + 6],
    kept: grid(fridge, columns),
    place: grid(counter, ACROSS),
  };
}
