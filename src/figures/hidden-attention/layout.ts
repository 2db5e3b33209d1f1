import { box, type Box } from "../../draw/box.ts";

/** Where one of the two maps stands, and what belongs to it. */
export interface Place {
  /** Baselines of its title, of the letters over its columns, of what is said below its row. */
  readonly title: number;
  readonly letters: number;
  readonly map: Box;
  /** The weights of one row as bars. */
  readonly bars: Box;
  readonly foot: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly type: number;
  readonly places: readonly [Place, Place];
  readonly key: number;
  /** Baseline of what was skipped and whether the maps are recorded: on a phone in the corner that the second map leaves empty. */
  readonly foot: number;
  readonly footRight: number;
}

const wideAt = (left: number): Place => ({
  title: 16,
  letters: 40,
  map: box({ left, top: 46, width: 302, height: 302 }),
  bars: box({ left, top: 358, width: 302, height: 64 }),
  foot: 444,
});

const narrowAt = (top: number): Place => ({
  title: top + 14,
  letters: top + 36,
  map: box({ left: 24, top: top + 42, width: 332, height: 136 }),
  bars: box({ left: 24, top: top + 184, width: 332, height: 30 }),
  foot: top + 236,
});

export const wide: Layout = {
  width: 680,
  height: 480,
  narrow: false,
  type: 12,
  places: [wideAt(24), wideAt(374)],
  key: 468,
  foot: 468,
  footRight: 676,
};

export const compact: Layout = {
  width: 360,
  height: 526,
  narrow: true,
  type: 13.5,
  places: [narrowAt(0), narrowAt(246)],
  key: 502,
  foot: 304,
  footRight: 350,
};
