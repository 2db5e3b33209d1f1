import shapes from "./glyphs.json" with { type: "json" };

/** The six glyphs of the films, in the order of their classes; their shapes are those that tools/train/film.py trains on. */
export const glyphNames = ["plus", "times", "ring", "triangle", "corner", "bars"] as const;
export type GlyphName = (typeof glyphNames)[number];

/** Cells along a side of a glyph. */
export const GLYPH = 6;

/** For each glyph its 6 × 6 cells, 1 where it is lit. */
export const glyphCells: readonly Uint8Array[] = glyphNames.map((name) =>
  Uint8Array.from(shapes[name].join(""), (c) => (c === "#" ? 1 : 0)),
);
