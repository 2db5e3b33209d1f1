import { AREA, FRAMES } from "../../models/film/film.ts";

/** The least difference that counts as light, in bytes: a film in which nothing happens stays dark. */
const FAINT = 60;
/** The share of pixels above the one that is taken as 1: the brightest hundred or so, some glyphs' worth. */
const TOP = 0.006;

/**
 * A camera's film as the models know films: from each pixel its median over the film is taken away, so that what stands still
 * is 0; what is darker is 0 too; the brightest is 1.
 */
export function levelled(pixels: Uint8Array): Float64Array {
  const frames = new Float64Array(FRAMES * AREA);
  for (let i = 0; i < AREA; i++) {
    const over = Uint8Array.from({ length: FRAMES }, (_, t) => pixels[t * AREA + i]!).toSorted();
    const usual = (over[FRAMES / 2 - 1]! + over[FRAMES / 2]!) / 2;
    for (let t = 0; t < FRAMES; t++)
      frames[t * AREA + i] = Math.max(0, pixels[t * AREA + i]! - usual);
  }
  const sorted = frames.toSorted();
  const top = Math.max(FAINT, sorted[Math.floor((1 - TOP) * sorted.length)]!);
  return frames.map((x) => Math.min(1, x / top));
}
