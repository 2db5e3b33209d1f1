import { type Box, box } from "../../draw/box.ts";
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly series: Box;
  /** The components share this, row by row. */
  readonly parts: Box;
  readonly errors: Box;
  readonly cover: Box;
  /** Room and type of the source, and its first line. */
  readonly source: { readonly width: number; readonly size: number; readonly top: number };
}

export const wide: Layout = {
  width: 680,
  height: 520,
  series: box({ left: 46, right: 668, top: 28, bottom: 178 }),
  parts: box({ left: 46, right: 668, top: 208, bottom: 364 }),
  errors: box({ left: 46, right: 336, top: 396, bottom: 472 }),
  cover: box({ left: 390, right: 668, top: 396, bottom: 472 }),
  source: { width: 672, size: 12, top: 513 },
};

export const compact: Layout = {
  width: 360,
  height: 450,
  series: box({ left: 42, right: 352, top: 26, bottom: 120 }),
  parts: box({ left: 42, right: 352, top: 146, bottom: 266 }),
  errors: box({ left: 42, right: 172, top: 298, bottom: 366 }),
  cover: box({ left: 222, right: 352, top: 298, bottom: 366 }),
  source: { width: 354, size: 13.5, top: 408 },
};
