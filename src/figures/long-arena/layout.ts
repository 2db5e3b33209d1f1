export interface Layout {
  readonly compact: boolean;
  readonly width: number;
  readonly height: number;
  /** Where names end, and where the columns lie. */
  readonly names: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Baseline of the key to the marks. */
  readonly key: number;
  /** Highest row. */
  readonly step: number;
}

export const wide: Layout = {
  compact: false,
  width: 680,
  height: 490,
  names: 150,
  left: 164,
  right: 676,
  top: 42,
  bottom: 408,
  key: 482,
  step: 36,
};

export const compact: Layout = {
  compact: true,
  width: 360,
  height: 448,
  names: 152,
  left: 166,
  right: 356,
  top: 42,
  bottom: 386,
  key: 442,
  step: 34,
};

/** Vertical place of row i of n. */
export const rowAt = ({ top, bottom, step }: Layout, i: number, n: number): number =>
  top + (i + 0.5) * Math.min(step, (bottom - top) / n);
