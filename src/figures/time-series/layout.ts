import { type Box, box } from "../../draw/box.ts";

interface Line {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  /** First line of the key above the series, and its edges. */
  readonly key: Line;
  readonly series: Box;
  readonly errors: Box;
  readonly cover: Box;
  readonly learning: Box;
  readonly learningKey: Line;
  /** The plot of the ledger, its names to the left; its title and its key above. */
  readonly ledger: Box;
  readonly ledgerKey: Line;
  readonly source: { readonly width: number; readonly top: number };
}

export const wide: Layout = {
  width: 680,
  height: 436,
  size: 12,
  key: { left: 30, right: 680, y: 16 },
  series: box({ left: 46, right: 668, top: 30, bottom: 214 }),
  errors: box({ left: 46, right: 236, top: 264, bottom: 346 }),
  cover: box({ left: 284, right: 440, top: 264, bottom: 346 }),
  learning: box({ left: 490, right: 668, top: 264, bottom: 346 }),
  learningKey: { left: 430, right: 680, y: 388 },
  ledger: box({ left: 110, right: 668, top: 284, bottom: 396 }),
  ledgerKey: { left: 110, right: 676, y: 270 },
  source: { width: 672, top: 428 },
};

export const compact: Layout = {
  width: 360,
  height: 378,
  size: 13.5,
  key: { left: 4, right: 356, y: 14 },
  series: box({ left: 42, right: 352, top: 52, bottom: 124 }),
  errors: box({ left: 42, right: 168, top: 166, bottom: 208 }),
  cover: box({ left: 222, right: 352, top: 166, bottom: 208 }),
  learning: box({ left: 42, right: 352, top: 250, bottom: 286 }),
  learningKey: { left: 42, right: 356, y: 322 },
  ledger: box({ left: 92, right: 352, top: 212, bottom: 324 }),
  ledgerKey: { left: 4, right: 356, y: 182 },
  source: { width: 354, top: 356 },
};
