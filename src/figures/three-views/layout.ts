export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

const wide = { left: 62, right: 668 };
const narrow = { left: 44, right: 350 };

export const layouts = {
  wide: {
    width: 680,
    height: 494,
    input: { ...wide, top: 22, height: 76 },
    products: { ...wide, top: 122, height: 56 },
    outputs: { ...wide, top: 212, height: 92 },
    gaps: { ...wide, top: 326, height: 34 },
    states: [
      { left: 62, right: 242, top: 398, height: 60 },
      { left: 275, right: 455, top: 398, height: 60 },
      { left: 488, right: 668, top: 398, height: 60 },
    ],
  },
  compact: {
    width: 360,
    height: 496,
    input: { ...narrow, top: 22, height: 66 },
    products: { ...narrow, top: 116, height: 42 },
    outputs: { ...narrow, top: 214, height: 84 },
    gaps: { ...narrow, top: 322, height: 32 },
    states: [
      { left: 12, right: 112, top: 396, height: 62 },
      { left: 130, right: 230, top: 396, height: 62 },
      { left: 248, right: 350, top: 396, height: 62 },
    ],
  },
} as const;

/** The middle of a box, where its zero is. */
export const zeroOf = ({ top, height }: Box) => top + height / 2;
