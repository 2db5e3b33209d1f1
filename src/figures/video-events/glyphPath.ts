import { GLYPH, glyphCells } from "../../models/film/glyphs.ts";
import { p } from "../../draw/picture.ts";

/** Cells lie a little over each other, so that no seam shows. */
const OVER = 0.2;

/** A glyph as a path, size × size, from an upper left corner; nothing for the answer that there is none. */
export function glyphPath(glyph: number, left: number, top: number, size: number): string {
  const cell = size / GLYPH;
  let d = "";
  glyphCells[glyph]?.forEach((on, i) => {
    if (!on) return;
    const [x, y] = [left + (i % GLYPH) * cell, top + Math.floor(i / GLYPH) * cell];
    d += `M${p(x)} ${p(y)}h${p(cell + OVER)}v${p(cell + OVER)}h${p(-cell - OVER)}z`;
  });
  return d;
}
