import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  readonly type: number;
  /** The complex plane, the angle over the symbols, and a lane of errors for each receiver. */
  readonly plane: Box;
  readonly phase: Box;
  readonly lanes: readonly Box[];
  /** Where the keys of plane and angle begin. */
  readonly keys: readonly [
    { readonly left: number; readonly right: number; readonly y: number },
    { readonly left: number; readonly right: number; readonly y: number },
  ];
  readonly curves: Box;
  readonly curvesKey: number;
}

const lanes = (left: number, right: number, top: number, step: number) =>
  Array.from({ length: 5 }, (_, k) => box({ left, right, top: top + k * step, height: 14 }));

export const wide: Layout = {
  narrow: false,
  width: 680,
  height: 482,
  type: 12,
  plane: box({ left: 6, right: 222, top: 22, height: 216 }),
  phase: box({ left: 284, right: 668, top: 22, height: 216 }),
  keys: [
    { left: 6, right: 250, y: 266 },
    { left: 284, right: 676, y: 284 },
  ],
  lanes: lanes(130, 610, 364, 23),
  curves: box({ left: 60, right: 660, top: 34, height: 330 }),
  curvesKey: 408,
};

export const compact: Layout = {
  narrow: true,
  width: 360,
  height: 448,
  type: 13.5,
  plane: box({ left: 4, right: 134, top: 22, height: 130 }),
  phase: box({ left: 52, right: 352, top: 182, height: 86 }),
  keys: [
    { left: 150, right: 358, y: 66 },
    { left: 4, right: 358, y: 312 },
  ],
  lanes: lanes(134, 320, 362, 17),
  curves: box({ left: 54, right: 352, top: 38, height: 266 }),
  curvesKey: 346,
};
