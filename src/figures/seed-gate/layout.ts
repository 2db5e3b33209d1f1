import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  /** The gate's picture: rows over one another, and the baselines of the sums. */
  readonly tokens: Box;
  readonly gates: Box;
  readonly seed: Box;
  readonly s6: Box;
  readonly sums: readonly number[];
  /** The attempt to merge: two steps as a curve, the tree, and the baselines of the words below. */
  readonly curve: Box;
  readonly tree: Box;
  readonly key: number;
  readonly signs: number;
}

const rows = (left: number, right: number, tops: readonly (readonly [number, number])[]) =>
  tops.map(([top, height]) => box({ left, right, top, height })) as [Box, Box, Box, Box];

const [tokens, gates, seed, s6] = rows(52, 672, [
  [20, 72],
  [116, 44],
  [186, 86],
  [296, 86],
]);
export const wide: Layout = {
  narrow: false,
  width: 680,
  height: 450,
  tokens,
  gates,
  seed,
  s6,
  sums: [412, 438],
  curve: box({ left: 52, right: 350, top: 26, bottom: 360 }),
  tree: box({ left: 392, right: 672, top: 60, bottom: 330 }),
  key: 412,
  signs: 440,
};

const [tokens2, gates2, seed2, s62] = rows(38, 356, [
  [20, 56],
  [100, 36],
  [162, 66],
  [254, 66],
]);
export const compact: Layout = {
  narrow: true,
  width: 360,
  height: 430,
  tokens: tokens2,
  gates: gates2,
  seed: seed2,
  s6: s62,
  sums: [344, 363, 387, 406],
  curve: box({ left: 38, right: 352, top: 24, bottom: 182 }),
  tree: box({ left: 10, right: 350, top: 226, bottom: 340 }),
  key: 376,
  signs: 398,
};
