import { box } from "../../draw/box.ts";
const wide = { left: 62, right: 668 };
const narrow = { left: 48, right: 350 };

export const layouts = {
  wide: {
    width: 680,
    height: 494,
    input: box({ ...wide, top: 22, height: 76 }),
    products: box({ ...wide, top: 122, height: 56 }),
    outputs: box({ ...wide, top: 212, height: 92 }),
    gaps: box({ ...wide, top: 326, height: 34 }),
    states: [
      box({ left: 62, right: 242, top: 398, height: 60 }),
      box({ left: 275, right: 455, top: 398, height: 60 }),
      box({ left: 488, right: 668, top: 398, height: 60 }),
    ],
  },
  compact: {
    width: 360,
    height: 510,
    input: box({ ...narrow, top: 22, height: 66 }),
    products: box({ ...narrow, top: 116, height: 42 }),
    outputs: box({ ...narrow, top: 214, height: 84 }),
    gaps: box({ ...narrow, top: 322, height: 32 }),
    states: [
      box({ left: 12, right: 112, top: 396, height: 62 }),
      box({ left: 130, right: 230, top: 396, height: 62 }),
      box({ left: 248, right: 350, top: 396, height: 62 }),
    ],
  },
} as const;
