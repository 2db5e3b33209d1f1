import { type Box, box } from "../../draw/box.ts";

/** A stream across the picture: its bits, whether their number of ones is odd, and what is said of it. */
export interface Stream {
  readonly bits: Box;
  readonly odd: Box;
}

/** What one net says: its states, its answers, those that are wrong; first baseline of its title. */
export interface Block {
  readonly title: number;
  readonly states: Box;
  readonly says: Box;
  readonly wrong: Box;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly hand: Stream & {
    readonly plot: Box;
    readonly says: Box;
    readonly wrong: Box;
    readonly plane: Box;
    readonly key: number;
  };
  readonly learning: {
    readonly right: Box;
    readonly loss: Box;
    readonly far: Box;
    readonly key: number;
  };
  readonly own: Stream & { readonly blocks: readonly Block[]; readonly key: number };
}

const stream = (left: number, right: number, top: number, height: number): Stream => ({
  bits: box({ left, right, top, height }),
  odd: box({ left, right, top: top + height + 6, height: 8 }),
});
const block = (left: number, right: number, top: number, height: number): Block => ({
  title: top,
  states: box({ left, right, top: top + 7, height }),
  says: box({ left, right, top: top + height + 12, height: 8 }),
  wrong: box({ left, right, top: top + height + 26, height: 7 }),
});

export const wide: Layout = {
  width: 680,
  height: 404,
  hand: {
    ...stream(84, 456, 10, 26),
    plot: box({ left: 84, right: 456, top: 92, height: 176 }),
    says: box({ left: 84, right: 456, top: 284, height: 8 }),
    wrong: box({ left: 84, right: 456, top: 298, height: 7 }),
    plane: box({ left: 496, right: 672, top: 92, height: 176 }),
    key: 342,
  },
  learning: {
    right: box({ left: 44, right: 396, top: 34, bottom: 186 }),
    loss: box({ left: 44, right: 396, top: 228, bottom: 316 }),
    far: box({ left: 456, right: 668, top: 34, bottom: 316 }),
    key: 372,
  },
  own: {
    ...stream(84, 668, 10, 26),
    blocks: [0, 1, 2].map((k) => block(84, 668, 78 + k * 102, 58)),
    key: 392,
  },
};

export const compact: Layout = {
  width: 360,
  height: 404,
  hand: {
    ...stream(76, 354, 6, 22),
    plot: box({ left: 76, right: 354, top: 68, height: 108 }),
    says: box({ left: 76, right: 354, top: 186, height: 8 }),
    wrong: box({ left: 76, right: 354, top: 200, height: 7 }),
    plane: box({ left: 125, right: 235, top: 270, height: 110 }),
    key: 228,
  },
  learning: {
    right: box({ left: 38, right: 354, top: 24, bottom: 112 }),
    loss: box({ left: 38, right: 354, top: 152, bottom: 208 }),
    far: box({ left: 38, right: 354, top: 250, bottom: 326 }),
    key: 378,
  },
  own: {
    ...stream(76, 354, 6, 22),
    blocks: [0, 1, 2].map((k) => block(76, 354, 68 + k * 104, 56)),
    key: 388,
  },
};
