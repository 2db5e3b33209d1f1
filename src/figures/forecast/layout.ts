/** A panel's edges in the picture's units. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly series: Box;
  /** The components share this, row by row. */
  readonly parts: Box;
  readonly errors: Box;
  readonly cover: Box;
  /** Characters of a line of the source, and its first line. */
  readonly source: { readonly chars: number; readonly top: number };
}

export const wide: Layout = {
  width: 680,
  height: 520,
  series: { left: 46, right: 668, top: 28, bottom: 178 },
  parts: { left: 46, right: 668, top: 208, bottom: 364 },
  errors: { left: 46, right: 336, top: 396, bottom: 472 },
  cover: { left: 390, right: 668, top: 396, bottom: 472 },
  source: { chars: 110, top: 513 },
};

export const compact: Layout = {
  width: 360,
  height: 450,
  series: { left: 40, right: 352, top: 26, bottom: 120 },
  parts: { left: 40, right: 352, top: 146, bottom: 266 },
  errors: { left: 40, right: 172, top: 298, bottom: 366 },
  cover: { left: 222, right: 352, top: 298, bottom: 366 },
  source: { chars: 50, top: 408 },
};
