import { generator } from "../../numerics/random.ts";
import { GLYPH, glyphCells } from "./glyphs.ts";

/** Frames of a film, white frames that ask for its glyphs in order, and both together. */
export const FRAMES = 64;
export const SLOTS = 6;
export const STEPS = FRAMES + SLOTS;
/** Pixels along a side of a frame and in all; pixels along a wandering square, and how many of these there are at most. */
export const SIDE = 16;
export const AREA = SIDE * SIDE;
export const SQUARE = 3;
export const MOST_SQUARES = 3;
/** The first rows and columns at which a glyph can stand. */
export const PLACES = SIDE - GLYPH + 1;

/** A glyph that flashes: which, from which frame on, and its upper left pixel. */
export interface Flash {
  readonly glyph: number;
  readonly t: number;
  readonly y: number;
  readonly x: number;
}

/** What is in a film; σ of the noise, frames that a flash lasts. */
export interface Film {
  readonly flashes: readonly Flash[];
  readonly lasts: number;
  readonly noise: number;
  readonly squares: number;
  /** Frames made black. */
  readonly cleared: readonly number[];
}

/** What chance adds: standard normal noise for every pixel, and the corner of each square in every frame (row, column). */
export interface Scene {
  readonly noise: Float64Array;
  readonly corners: Uint8Array;
}

const WALL = SIDE - SQUARE;

/** The scene of a seed: squares go a normal step of 0.7 pixels a frame each way, and are turned back at the walls. */
export function sceneOf(seed: number): Scene {
  const random = generator(seed);
  const corners = new Uint8Array(MOST_SQUARES * FRAMES * 2);
  for (let k = 0; k < MOST_SQUARES; k++) {
    const at = [2 * WALL * random.uniform(), 2 * WALL * random.uniform()];
    for (let t = 0; t < FRAMES; t++)
      for (const way of [0, 1]) {
        at[way]! += 0.7 * random.normal();
        const folded = Math.abs((((at[way]! % (2 * WALL)) + 2 * WALL) % (2 * WALL)) - WALL);
        corners[(k * FRAMES + t) * 2 + way] = Math.round(folded);
      }
  }
  return { noise: Float64Array.from({ length: FRAMES * AREA }, () => random.normal()), corners };
}

/** Whether a flash is lit in a frame. */
export const lit = ({ t }: Flash, lasts: number, frame: number): boolean =>
  frame >= t && frame < t + lasts;

// #region frames
/** The frames, 64 × 256 pixels: 0 is black, a glyph or a square has light 1, and noise is added; a cleared frame is all 0. */
export function framesOf(film: Film, scene: Scene): Float64Array {
  const { flashes, lasts, noise, squares, cleared } = film;
  const frames = new Float64Array(FRAMES * AREA);
  for (let t = 0; t < FRAMES; t++) {
    if (cleared.includes(t)) continue;
    const frame = frames.subarray(t * AREA, (t + 1) * AREA);
    for (let k = 0; k < squares; k++) {
      const [y, x] = [0, 1].map((way) => scene.corners[(k * FRAMES + t) * 2 + way]!);
      for (let i = 0; i < SQUARE * SQUARE; i++)
        frame[(y! + Math.floor(i / SQUARE)) * SIDE + x! + (i % SQUARE)] = 1;
    }
    for (const flash of flashes) if (lit(flash, lasts, t)) draw(frame, flash);
    for (let i = 0; i < AREA; i++) frame[i]! += noise * scene.noise[t * AREA + i]!;
  }
  return frames;
}
// #endregion

function draw(frame: Float64Array, { glyph, y, x }: Flash): void {
  glyphCells[glyph]!.forEach((on, i) => {
    if (on) frame[(y + Math.floor(i / GLYPH)) * SIDE + x + (i % GLYPH)] = 1;
  });
}

/** The glyphs that a film without overlap is to be answered with, in order: a flash that is cleared in all its frames is none. */
export function answersOf({ flashes, lasts, cleared }: Film): number[] {
  const seen = (flash: Flash) =>
    Array.from({ length: lasts }, (_, k) => flash.t + k).some(
      (t) => t < FRAMES && !cleared.includes(t),
    );
  return flashes
    .filter(seen)
    .toSorted((a, b) => a.t - b.t)
    .map(({ glyph }) => glyph);
}
