import { type Box, box } from "../../draw/box.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly u: Box;
  readonly y: Box;
  readonly states: Box;
  readonly errors: Box;
  /** First baselines of the keys: of the answer, of the errors. */
  readonly key: number;
  readonly errorKey: number;
}

export const wide: Layout = {
  width: 680,
  height: 404,
  u: box({ left: 62, right: 424, top: 34, height: 46 }),
  y: box({ left: 62, right: 424, top: 92, height: 132 }),
  states: box({ left: 62, right: 424, top: 250, height: 104 }),
  errors: box({ left: 506, right: 668, top: 34, height: 282 }),
  key: 394,
  errorKey: 366,
};

export const compact: Layout = {
  width: 360,
  height: 420,
  u: box({ left: 48, right: 340, top: 24, height: 30 }),
  y: box({ left: 48, right: 340, top: 62, height: 80 }),
  states: box({ left: 48, right: 340, top: 164, height: 60 }),
  errors: box({ left: 60, right: 352, top: 286, height: 80 }),
  key: 258,
  errorKey: 408,
};
