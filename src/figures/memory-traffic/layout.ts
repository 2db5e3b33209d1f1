import { box, type Box } from "../../draw/box.ts";

export interface Layout {
  readonly compact: boolean;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Size of the type. */
  readonly type: number;
  /** Upper edges of the two sides, and what stands below them. */
  readonly panels: readonly [number, number];
  /** Baselines of the bars, and where they begin and end. */
  readonly bars: {
    readonly rows: readonly [number, number];
    readonly from: number;
    readonly to: number;
  };
  /** Greatest width of a block, and room between two. */
  readonly block: number;
  readonly gap: number;
  /** A plot, and the first line of its key. */
  readonly plot: Box;
  readonly key: number;
}

/** Within a side, from its upper edge: the title, the floor of the blocks, the words below them, the road, the chip. */
export const side = {
  title: 12,
  memory: 19,
  floor: 104,
  letter: 120,
  bytes: 135,
  bottom: 141,
  roads: [156, 170],
  road: 163,
  chip: 177,
  end: 199,
  /** Height of the tallest block, and of a line of a stack. */
  tall: 76,
  line: 15,
} as const;

export const wide: Layout = {
  compact: false,
  width: 680,
  height: 462,
  left: 8,
  right: 672,
  type: 12,
  panels: [0, 208],
  bars: { rows: [432, 453], from: 74, to: 592 },
  block: 60,
  gap: 12,
  plot: box({ left: 62, right: 658, top: 64, bottom: 372 }),
  key: 424,
};

export const compact: Layout = {
  compact: true,
  width: 360,
  height: 474,
  left: 4,
  right: 356,
  type: 13.5,
  panels: [0, 210],
  bars: { rows: [439, 462], from: 70, to: 268 },
  block: 32,
  gap: 8,
  plot: box({ left: 62, right: 338, top: 66, bottom: 330 }),
  key: 386,
};
