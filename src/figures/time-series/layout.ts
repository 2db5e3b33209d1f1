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
  height: 560,
  size: 12,
  key: { left: 46, right: 676, y: 16 },
  series: box({ left: 46, right: 668, top: 30, bottom: 182 }),
  errors: box({ left: 46, right: 236, top: 228, bottom: 300 }),
  cover: box({ left: 284, right: 440, top: 228, bottom: 300 }),
  learning: box({ left: 490, right: 668, top: 228, bottom: 300 }),
  learningKey: { left: 430, right: 680, y: 338 },
  ledger: box({ left: 110, right: 668, top: 392, bottom: 512 }),
  ledgerKey: { left: 110, right: 676, y: 382 },
  source: { width: 672, top: 551 },
};

export const compact: Layout = {
  width: 360,
  height: 590,
  size: 13.5,
  key: { left: 4, right: 356, y: 14 },
  series: box({ left: 42, right: 352, top: 52, bottom: 134 }),
  errors: box({ left: 42, right: 168, top: 178, bottom: 226 }),
  cover: box({ left: 222, right: 352, top: 178, bottom: 226 }),
  learning: box({ left: 42, right: 352, top: 270, bottom: 310 }),
  learningKey: { left: 42, right: 356, y: 346 },
  ledger: box({ left: 92, right: 352, top: 416, bottom: 532 }),
  ledgerKey: { left: 4, right: 356, y: 390 },
  source: { width: 354, top: 566 },
};
