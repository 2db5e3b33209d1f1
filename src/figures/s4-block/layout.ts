import { type Box, box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly learning: {
    readonly right: Box;
    readonly push: Box;
    readonly before: Box;
    readonly now: Box;
    readonly units: Box;
    /** Baseline of the key. */
    readonly key: number;
  };
  readonly block: {
    /** The channels, one under the other; where the other parts stand across, and how large GELU is drawn. */
    readonly kernels: Box;
    readonly enter: number;
    readonly gelu: Box;
    readonly mix: Box;
    readonly times: number;
    readonly plus: number;
    readonly leave: number;
    /** The way around the block lies here. */
    readonly around: number;
    /** Baseline of the key of the mixing. */
    readonly signs: number;
    readonly table: Box;
    /** Where the columns of the table begin; where the second and the last end. */
    readonly numbers: number;
    readonly bars: Box;
    readonly rate: number;
  };
}

export const wide: Layout = {
  width: 680,
  height: 408,
  narrow: false,
  learning: {
    right: box({ left: 44, right: 330, top: 30, bottom: 150 }),
    push: box({ left: 396, right: 668, top: 30, bottom: 150 }),
    before: box({ left: 44, right: 232, top: 212, bottom: 332 }),
    now: box({ left: 260, right: 448, top: 212, bottom: 332 }),
    units: box({ left: 488, right: 668, top: 212, bottom: 332 }),
    key: 382,
  },
  block: {
    kernels: box({ left: 92, right: 238, top: 30, bottom: 162 }),
    enter: 64,
    gelu: box({ left: 264, right: 320, top: 68, bottom: 124 }),
    mix: box({ left: 348, right: 414, top: 30, bottom: 162 }),
    times: 470,
    plus: 520,
    leave: 564,
    around: 182,
    signs: 214,
    table: box({ left: 44, right: 668, top: 236, bottom: 396 }),
    numbers: 330,
    bars: box({ left: 346, right: 540, top: 236, bottom: 396 }),
    rate: 668,
  },
};

export const compact: Layout = {
  width: 360,
  height: 500,
  narrow: true,
  learning: {
    right: box({ left: 40, right: 354, top: 24, bottom: 100 }),
    push: box({ left: 40, right: 344, top: 152, bottom: 222 }),
    before: box({ left: 40, right: 176, top: 276, bottom: 348 }),
    now: box({ left: 208, right: 344, top: 276, bottom: 348 }),
    units: box({ left: 40, right: 338, top: 400, bottom: 440 }),
    key: 476,
  },
  block: {
    kernels: box({ left: 52, right: 128, top: 34, bottom: 166 }),
    enter: 32,
    gelu: box({ left: 142, right: 176, top: 83, bottom: 117 }),
    mix: box({ left: 192, right: 236, top: 34, bottom: 166 }),
    times: 272,
    plus: 300,
    leave: 324,
    around: 186,
    signs: 226,
    table: box({ left: 6, right: 354, top: 258, bottom: 484 }),
    numbers: 200,
    bars: box({ left: 210, right: 284, top: 258, bottom: 484 }),
    rate: 354,
  },
};
