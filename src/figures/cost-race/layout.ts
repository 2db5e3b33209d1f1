import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly compact: boolean;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Size of the type. */
  readonly type: number;
  /** First baseline of each lane, and from its head to its text. */
  readonly lanes: readonly [number, number, number];
  readonly under: number;
  /** First baseline of the key. */
  readonly key: number;
  readonly plots: { readonly time: Box; readonly bytes: Box; readonly loss: Box };
  /** Baselines of the remarks at the foot. */
  readonly notes: readonly number[];
  /** The published bars: their axis, and the first row with the way to the next. */
  readonly bars: Box;
  readonly row: number;
}

export const wide: Layout = {
  compact: false,
  width: 680,
  height: 494,
  left: 8,
  right: 672,
  type: 12,
  lanes: [13, 51, 89],
  under: 17,
  key: 130,
  plots: {
    time: box({ left: 58, right: 668, top: 160, bottom: 244 }),
    bytes: box({ left: 58, right: 668, top: 272, bottom: 348 }),
    loss: box({ left: 58, right: 668, top: 376, bottom: 438 }),
  },
  notes: [488],
  bars: box({ left: 20, right: 660, top: 8, bottom: 440 }),
  row: 70,
};

export const compact: Layout = {
  compact: true,
  width: 360,
  height: 470,
  left: 4,
  right: 356,
  type: 13.5,
  lanes: [13, 53, 93],
  under: 18,
  key: 138,
  plots: {
    time: box({ left: 54, right: 352, top: 182, bottom: 248 }),
    bytes: box({ left: 54, right: 352, top: 276, bottom: 324 }),
    loss: box({ left: 54, right: 352, top: 352, bottom: 396 }),
  },
  notes: [446, 464],
  bars: box({ left: 10, right: 350, top: 6, bottom: 430 }),
  row: 71,
};
