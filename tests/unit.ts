import fc from "fast-check";

/** Even on [0, 1]: fc.double draws bit patterns, nearly all of them next to zero. */
export const unit: fc.Arbitrary<number> = fc
  .integer({ min: 0, max: 1_000_000 })
  .map((k) => k / 1_000_000);
