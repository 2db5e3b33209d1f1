import { type Box, box } from "../../draw/box.ts";
import { linear } from "../../draw/picture.ts";
import { EDGE } from "./compute.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Both bells, and below them their product, over one axis of states. */
  readonly bells: Box;
  readonly product: Box;
  /** The beam on which the weights stand, and the side of one that has all the precision. */
  readonly beam: number;
  readonly side: number;
  /** Baselines of the sums, and where they begin. */
  readonly sums: readonly [x: number, y: number][];
  readonly key: {
    readonly left: number;
    readonly y: number;
    readonly line: number;
    readonly size: number;
  };
}

export const wide: Layout = {
  width: 680,
  height: 420,
  bells: box({ left: 62, right: 668, top: 14, height: 140 }),
  product: box({ left: 62, right: 668, top: 184, height: 80 }),
  beam: 348,
  side: 36,
  sums: [
    [62, 386],
    [402, 386],
  ],
  key: { left: 62, y: 412, line: 18, size: 12 },
};

export const compact: Layout = {
  width: 360,
  height: 396,
  bells: box({ left: 44, right: 352, top: 10, height: 108 }),
  product: box({ left: 44, right: 352, top: 144, height: 64 }),
  beam: 288,
  side: 28,
  sums: [
    [6, 324],
    [6, 344],
  ],
  key: { left: 6, y: 368, line: 20, size: 13.5 },
};

/** From a state to its place in the picture, and back. */
export const across = ({ bells: { left, right } }: Layout) => linear(-EDGE, EDGE, left, right);
export const stateAt = ({ bells: { left, right } }: Layout) => linear(left, right, -EDGE, EDGE);
