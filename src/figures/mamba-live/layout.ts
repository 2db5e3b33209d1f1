import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  /** Baseline of the titles over text and list. */
  readonly title: number;
  readonly text: Box;
  /** The list beside or below it, and what stands under the list. */
  readonly list: Box;
  readonly under: Box;
  /** From line to line of a list. */
  readonly step: number;
  readonly key: number;
  readonly notes: readonly number[];
}

export const wide: Layout = {
  narrow: false,
  width: 680,
  height: 510,
  title: 14,
  text: box({ left: 4, right: 488, top: 26, bottom: 444 }),
  list: box({ left: 516, right: 676, top: 22, bottom: 254 }),
  under: box({ left: 516, right: 676, top: 284, bottom: 444 }),
  step: 23,
  key: 466,
  notes: [488, 504],
};

export const compact: Layout = {
  narrow: true,
  width: 360,
  height: 642,
  title: 14,
  text: box({ left: 2, right: 358, top: 40, bottom: 348 }),
  list: box({ left: 10, right: 174, top: 380, bottom: 542 }),
  under: box({ left: 198, right: 356, top: 380, bottom: 542 }),
  step: 23,
  key: 562,
  notes: [620, 637],
};
