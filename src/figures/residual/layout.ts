import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly type: number;
  /** The sound, what is left of it, and Δ, over one time axis; each title stands above its box. */
  readonly sound: Box;
  readonly left: Box;
  readonly delta: Box;
  readonly near: Box;
  readonly nearKey: number;
  readonly bars: Box;
  /** From one bar to the next, and how high one is. */
  readonly row: number;
  readonly bar: number;
  readonly barsKey: number;
}

export const wide: Layout = {
  width: 680,
  height: 478,
  type: 12,
  sound: box({ left: 48, right: 672, top: 24, height: 62 }),
  left: box({ left: 48, right: 672, top: 106, height: 64 }),
  delta: box({ left: 48, right: 672, top: 194, height: 36 }),
  near: box({ left: 48, right: 322, top: 284, height: 130 }),
  nearKey: 440,
  bars: box({ left: 356, right: 590, top: 284, height: 150 }),
  row: 30,
  bar: 11,
  barsKey: 458,
};

export const compact: Layout = {
  width: 360,
  height: 446,
  type: 13.5,
  sound: box({ left: 52, right: 354, top: 20, height: 36 }),
  left: box({ left: 52, right: 354, top: 77, height: 36 }),
  delta: box({ left: 52, right: 354, top: 134, height: 22 }),
  near: box({ left: 52, right: 354, top: 196, height: 56 }),
  nearKey: 270,
  bars: box({ left: 4, right: 256, top: 298, height: 128 }),
  row: 25,
  bar: 7,
  barsKey: 438,
};
