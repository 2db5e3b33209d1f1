/** Where things stand: the plot, the strip of errors below it, the names. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly errorTop: number;
  readonly errorBottom: number;
  /** The names beside the ends of the curves, or in columns below. */
  readonly names: { readonly left: number; readonly beside: boolean; readonly top: number };
  readonly notes: number;
  /** Letters that a line holds. */
  readonly letters: number;
}

export const wide: Layout = {
  width: 680,
  height: 452,
  left: 52,
  right: 496,
  top: 58,
  bottom: 300,
  errorTop: 340,
  errorBottom: 392,
  names: { left: 520, beside: true, top: 58 },
  notes: 446,
  letters: 100,
};

export const compact: Layout = {
  width: 360,
  height: 492,
  left: 56,
  right: 348,
  top: 56,
  bottom: 262,
  errorTop: 302,
  errorBottom: 346,
  names: { left: 14, beside: false, top: 412 },
  notes: 486,
  letters: 46,
};
