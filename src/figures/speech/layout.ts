import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** What is said lies at `words`, above the bands. */
  readonly names: readonly [bands: number, delta: number, classes: number];
  readonly words: number;
  readonly bands: Box;
  readonly delta: Box;
  readonly classes: Box;
  /** Where the present shares end. */
  readonly numbers: number;
  readonly notes: readonly number[];
}

export const wide: Layout = {
  width: 680,
  height: 492,
  names: [14, 174, 244],
  words: 34,
  bands: box({ left: 58, right: 610, top: 42, height: 110 }),
  delta: box({ left: 58, right: 610, top: 182, height: 40 }),
  classes: box({ left: 58, right: 610, top: 250, height: 187 }),
  numbers: 672,
  notes: [470, 486],
};

export const compact: Layout = {
  width: 360,
  height: 428,
  names: [14, 128, 182],
  words: 34,
  bands: box({ left: 54, right: 306, top: 42, height: 70 }),
  delta: box({ left: 54, right: 306, top: 136, height: 28 }),
  classes: box({ left: 54, right: 306, top: 188, height: 165 }),
  numbers: 358,
  notes: [388, 405, 422],
};

/** Frames in the picture at most: 4 s. */
export const SHOWN = 400;

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The frames in the picture: all, or of a longer sound 4 s, of which the playhead leaves the last second for what is to come. */
export function spanAt(frames: number, t: number): Span {
  if (frames <= SHOWN) return { from: 0, to: Math.max(1, frames) };
  const from = Math.max(0, Math.min(frames - SHOWN, Math.floor(t) - (SHOWN * 3) / 4));
  return { from, to: from + SHOWN };
}
